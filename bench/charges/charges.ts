import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PersonClient } from '../../sandbox/client.ts';
import { type CosmosCentre, openCosmosCentre } from '../../test/story/support/cosmos-centre.ts';
import { openRound } from '../../test/story/support/open-round.ts';
import type { Charge } from '../../test/support/cosmos/stand-in.ts';
import { sheetTyped } from '../../test/support/sheet.ts';
import { resultsFolder } from '../results-folder.ts';

/** Staff of three departments. */
const senders = ['hoa', 'lan', 'thu'];
const idleMs = 20_000;
/** Long enough for what a click owes to be numbered, sent and drawn. */
const settleMs = 8_000;
/** Until the cards that show how far the launch has come are drawn for the last time: that is the launch's, and no dossier's. */
const launchMs = 100_000;
/** When cards that were on their way during a change have been looked for once more. */
const lateMs = 75_000;
const words = 'Hoàn thành tốt nhiệm vụ được giao trong năm, có đổi mới trong cách làm, được đồng nghiệp ghi nhận.';

interface Line {
  readonly what: string;
  readonly charges: readonly Charge[];
  /** Among how many it is shared out. */
  readonly per: number;
}

/** What the documents of a centre of 60 would be charged in Cosmos DB, by the model of `test/support/cosmos/costs.ts`. @returns 0 */
export async function charges(): Promise<number> {
  const centre = await openCosmosCentre();
  try {
    const { sandbox, standIn } = centre;
    const taken = (): Charge[] => standIn.charges.splice(0);
    const lines: Line[] = [];
    await pause(settleMs);
    taken();
    await pause(idleMs);
    lines.push({ what: 'a second in which nothing happens', charges: taken(), per: idleMs / 1_000 });
    await openRound(sandbox);
    await pause(launchMs);
    lines.push({ what: 'the launch and the opening of the round, to 60 people', charges: taken(), per: 1 });
    const dossiers = [];
    for (const key of senders) dossiers.push(await dossier(centre, sandbox.as(key), taken));
    const sums = ['opening the sheet', 'saving it', 'the turn that sends', 'number, receipt, request, cards'];
    for (const [n, what] of sums.entries())
      lines.push({ what, charges: dossiers.flatMap((each) => each[n] ?? []), per: senders.length });
    taken();
    await pause(lateMs);
    const late = taken().filter(({ what }) => isSecondLook(what));
    lines.push({ what: 'a minute later: cards that were on their way', charges: late, per: senders.length });
    const all = [...dossiers.flat(2), ...late];
    lines.push({ what: '**a dossier, from the sheet to the second look**', charges: all, per: senders.length });
    report(lines);
    return 0;
  } finally {
    await centre.close();
  }
}

/** @returns what opening, saving, sending and what follows was charged; looks for due work are a second's and not theirs */
async function dossier({ sandbox }: CosmosCentre, who: PersonClient, taken: () => Charge[]): Promise<Charge[][]> {
  const own = (): Charge[] => taken().filter(({ what }) => !isLook(what));
  await sandbox.idle(1_000);
  taken();
  const sheet = (await who.say('tự đánh giá')).at(-1);
  assert.ok(sheet, 'the sheet is answered');
  const opened = own();
  const typed = sheetTyped(sheet.card, words);
  const saved = await who.click(sheet, 'assess.sheet', { ...typed, level: 'unit' }, { title: 'Xem lại và gửi' });
  await sandbox.idle(1_000);
  const saving = own();
  await who.click(saved.message, 'nomination.submit');
  await pause(settleMs);
  const all = own();
  const turn = all.findIndex(({ kind }) => kind === 'batch') + 1;
  return [opened, saving, all.slice(0, turn), all.slice(turn)];
}

/** What is done whether or not anybody sends: looks for due work, whether the store is there, what operators are told, how far a launch has come. */
const isLook = (what: string): boolean =>
  what === 'readiness' ||
  what.includes('Replace:spread') ||
  ofSendings.test(what) ||
  ['c.dueAt <= @until', 'c["index"]["state"]', 'TOP 1 VALUE c.unit'].some((of) => what.includes(of));

/** Fields that the figures of a message to many are counted by. */
const ofSendings = /\["(outcome|outcomeIn|recall|cause|launch|launchIn)"\]/;

const isSecondLook = (what: string): boolean => what.includes('TOP 49 *') || what.startsWith('Delete:refresh');

function report(lines: readonly Line[]): void {
  const rows = lines.map(({ what, charges: all, per }) => {
    const of = (kind: Charge['kind']): string => (all.filter((each) => each.kind === kind).length / per).toFixed(1);
    const units = all.reduce((sum, { requestUnits }) => sum + requestUnits, 0) / per;
    return `| ${what} | ${of('read')} | ${of('query')} | ${of('batch')} | ${units.toFixed(1)} |`;
  });
  const text = ['| | point reads | queries | batches | RU |', '|---|---|---|---|---|', ...rows, ''].join('\n');
  console.log(text);
  writeFileSync(path.join(resultsFolder, 'charges.md'), text);
}

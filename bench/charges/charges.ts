import { setTimeout as pause } from 'node:timers/promises';
import { type CosmosCentre, openCosmosCentre } from '../../test/story/support/cosmos-centre.ts';
import { openRound } from '../../test/story/support/open-round.ts';
import type { Charge } from '../../test/support/cosmos/stand-in.ts';
import { acceptDossier, acknowledge, ask, concludeRound, giveOpinion, saveSheet, sendEvidence } from './acts.ts';
import { type Book, lateMs, openBook } from './book.ts';
import { report } from './report.ts';
import { type Stored, since } from './stored.ts';

/** Staff of three departments. */
const senders = ['hoa', 'lan', 'thu'];
const per = senders.length;
/** A minute, so that what is done once in one is in it. */
const idleMs = 60_000;
/** Until the cards that show how far the launch has come are drawn for the last time: that is the launch's, and no dossier's. */
const launchMs = 100_000;
/** Long enough for what a click owes to be numbered, sent and drawn. */
const settleMs = 8_000;
/** Until what fell due by then is done. */
const skipMs = 40_000;

/** What the documents of a centre of 60 would be charged in Cosmos DB, by the model of `test/support/cosmos/costs.ts`, and what they weigh. @returns 0 */
export async function charges(): Promise<number> {
  const centre = await openCosmosCentre();
  try {
    const book = openBook(centre);
    for (const part of [idle, launch, dossiers, considering, morning, conclusion]) await part(centre, book);
    report(book.lines);
    return 0;
  } finally {
    await centre.close();
  }
}

async function idle(_: CosmosCentre, { lines, taken, stored }: Book): Promise<void> {
  await pause(settleMs);
  lines.push({ what: 'what there is of a person before the launch', charges: [], stored: await stored(), per: 60 });
  taken();
  await pause(idleMs);
  lines.push({ what: 'a second in which nothing happens', charges: taken(), per: idleMs / 1_000 });
}

async function launch({ sandbox }: CosmosCentre, { add, lines, own }: Book): Promise<void> {
  const work = () => openRound(sandbox);
  await add('the launch and the opening of the round, a person', { work, ms: launchMs, isToMany: true, per: 60 });
  const readings = async (): Promise<void> => {
    for (const key of senders) await acknowledge(sandbox.as(key));
  };
  await add('reading is acknowledged', { work: readings, per });
  await ask(sandbox.as('duc'), 'việc của tôi');
  lines.push({ what: 'a page of what there is to do (việc của tôi)', charges: own(), per: 1 });
}

/** Looks for due work are a second's and not theirs. */
async function dossiers(centre: CosmosCentre, book: Book): Promise<void> {
  const { lines, taken, stored } = book;
  const before = await stored();
  taken();
  const sent = [];
  for (const key of senders) sent.push(await dossier(centre, key, book));
  const sums = ['opening the sheet', 'saving it', 'the turn that sends', 'number, receipt, request, cards'];
  for (const [n, what] of sums.entries()) lines.push({ what, charges: sent.flatMap((each) => each[n] ?? []), per });
  taken();
  await pause(lateMs);
  const late = taken().filter(({ what }) => isSecondLook(what));
  lines.push({ what: 'a minute later: cards that were on their way', charges: late, per });
  const all = [...sent.flat(2), ...late];
  const more = since(before, await stored());
  lines.push({ what: '**a dossier, from the sheet to the second look**', charges: all, stored: more, per });
}

/** @returns what opening, saving, sending and what follows was charged */
async function dossier({ sandbox }: CosmosCentre, key: string, { taken, own }: Book): Promise<Charge[][]> {
  const who = sandbox.as(key);
  await sandbox.idle(1_000);
  taken();
  const sheet = await ask(who, 'tự đánh giá');
  const opened = own();
  const saved = await saveSheet(who, sheet);
  await sandbox.idle(1_000);
  const saving = own();
  await who.click(saved, 'nomination.submit');
  await pause(settleMs);
  const all = own();
  const turn = all.findIndex(({ kind }) => kind === 'batch') + 1;
  return [opened, saving, all.slice(0, turn), all.slice(turn)];
}

const isSecondLook = (what: string): boolean => what.includes('TOP 49 *') || what.startsWith('Delete:refresh');

async function considering(centre: CosmosCentre, { add, lines, own, taken }: Book): Promise<void> {
  const { sandbox } = centre;
  await add('a piece of evidence, put to its criterion', { work: () => sendEvidence(sandbox.as('duc')) });
  const le = sandbox.as('le');
  taken();
  await ask(le, 'tiến độ');
  lines.push({ what: 'a page of figures (tiến độ), of 60 people', charges: own(), per: 1 });
  const opinions = async (): Promise<void> => {
    for (const key of senders) await giveOpinion(sandbox.as(headOf(centre, key)));
  };
  await add('the head: the list, the dossier, the opinion', { work: opinions, per });
  const acceptances = async (): Promise<void> => {
    for (const _ of senders) await acceptDossier(le);
  };
  await add('the office: the list, the dossier, its acceptance', { work: acceptances, per });
}

function headOf({ sandbox: { people } }: CosmosCentre, of: string): string {
  const department = people.find(({ key }) => key === of)?.department;
  return people.find((each) => each.department === department && each.roles.includes('head'))?.key ?? '';
}

async function morning({ sandbox, clock }: CosmosCentre, { add }: Book): Promise<void> {
  // What falls due before is not this morning's.
  clock.set('2026-11-13T17:30');
  await pause(skipMs);
  const work = async (): Promise<void> => {
    // Messages of a morning go out once every lane has looked at it, and nothing has been added to them for ten seconds.
    for (const minute of ['2026-11-16T08:32', '2026-11-16T08:33']) {
      clock.set(minute);
      await sandbox.idle(1_000);
    }
  };
  const messages = (more: Stored): number => more.get('delivery')?.documents ?? 0;
  await add('a morning of reminders, a message', { work, isToMany: true, per: messages });
}

async function conclusion({ sandbox, clock }: CosmosCentre, { add }: Book): Promise<void> {
  for (const instant of ['2026-12-07T17:30', '2026-12-08T10:00']) {
    clock.set(instant);
    await pause(skipMs);
  }
  const leaders = { secretary: sandbox.as('le'), director: sandbox.as('khanh') };
  await add('council, decision and results, a dossier', { work: () => concludeRound(leaders, '2026-12-08'), per });
}

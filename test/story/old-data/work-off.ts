import type { DateTime } from 'luxon';
import { movableClock } from '../../../sandbox/clock.ts';
import { startBot } from '../../../sandbox/start-bot.ts';
import { unhurried } from '../../support/patience.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { type OldDocument, type OldFolder, unpack } from './old-folder.ts';
import { type Request, startTeamsService } from './teams-service.ts';

/** What became of an old data folder once nothing in it is due any more. */
export interface WorkedOff {
  /** Cards posted before that were drawn again: conversation and message. */
  readonly redrawn: readonly string[];
  /** Messages taken back. */
  readonly removed: readonly string[];
  /** State and reason of each message that the folder had, by id. */
  readonly deliveries: Readonly<Record<string, string>>;
  /** State of each spread that the folder had, and people passed, by id. */
  readonly spreads: Readonly<Record<string, string>>;
  /** Ids of people with an e-mail of their own (the tour gave one to several) and of departments, to which no key leads by it, or by their name. */
  readonly unknown: readonly string[];
  /** Ids of what is still due. */
  readonly left: readonly string[];
}

const utc = (at: DateTime): string => at.toUTC().toISO() ?? '';

/** Runs the bot on a fresh copy of a folder, at one instant after the other, each until nothing is due any more. */
export async function workOff(world: string, instants: readonly string[]): Promise<WorkedOff> {
  const service = await startTeamsService();
  const folder = unpack(world, service.url);
  const there = new Set(folder.documents().map(({ id }) => id));
  const clock = movableClock(instants[0] ?? '');
  const bot = await startBot({ port: 0, clock, env: folder.env, ...unhurried });
  try {
    for (const instant of instants) {
      clock.set(instant);
      await untilNothingIsDue(folder, clock.now());
    }
    return seen(service.requests, folder.documents(), there, utc(clock.now()));
  } finally {
    await bot.stop();
    await service.close();
    folder.remove();
  }
}

/** What is put off by a moment while it is worked on is waited for, too. */
async function untilNothingIsDue(folder: OldFolder, at: DateTime): Promise<void> {
  const until = { work: utc(at.plus({ seconds: 3 })), looks: utc(at) };
  await waitUntil(`nothing is due at ${at.toISO()}`, () => !folder.isDue(until), {
    withinMs: 40_000,
    everyMs: 20,
    says: () => dueIn(folder.documents(), until.work).join(', '),
  });
}

const dueIn = (documents: readonly OldDocument[], until: string): string[] =>
  documents.flatMap(({ id, lane, dueAt }) => (lane !== 'watch' && dueAt !== null && dueAt <= until ? [id] : []));

function unknownIn(documents: readonly OldDocument[]): string[] {
  const led = documents.flatMap(({ type, data }) =>
    type === 'upnKey' ? [data.personId] : type === 'departmentKey' ? [data.departmentId] : [],
  );
  const emails = documents.flatMap(({ type, data }) => (type === 'person' ? [data.email] : []));
  const isAlone = (email: unknown): boolean => email !== '' && emails.filter((other) => other === email).length === 1;
  const wanted = documents.filter(
    ({ type, data }) => type === 'department' || (type === 'person' && isAlone(data.email)),
  );
  return wanted.map(({ id }) => id).filter((id) => !led.includes(id));
}

function seen(
  requests: readonly Request[],
  documents: readonly OldDocument[],
  there: ReadonlySet<string>,
  now: string,
): WorkedOff {
  const ofMethod = (method: Request['method']) => requests.filter((request) => request.method === method);
  const place = ({ conversation, activity }: Request): string => `${conversation} ${activity}`;
  const fieldsOf = (type: string, fields: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      documents
        .filter((document) => document.type === type && there.has(document.id))
        .map(({ id, data }) => [id, fields.map((field) => data[field]).join(' ')]),
    );
  return {
    // Of one posted in this very run, how often it is drawn again depends on how soon it was posted.
    redrawn: [
      ...new Set(ofMethod('PUT').flatMap((put) => (put.activity.startsWith('new-') ? [] : [place(put)]))),
    ].sort(),
    removed: ofMethod('DELETE').map(place).sort(),
    deliveries: fieldsOf('delivery', ['state', 'reason']),
    spreads: fieldsOf('spread', ['state', 'passed']),
    unknown: unknownIn(documents),
    left: dueIn(documents, now),
  };
}

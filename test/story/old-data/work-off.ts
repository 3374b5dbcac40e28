import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { DateTime } from 'luxon';
import { movableClock } from '../../../sandbox/clock.ts';
import { startBot } from '../../../sandbox/start-bot.ts';
import { type OldDocument, type OldFolder, unpack } from './old-folder.ts';
import { marksIn, plain } from './plain.ts';
import { type Request, startTeamsService } from './teams-service.ts';

/** What became of an old data folder once nothing in it is due any more. */
export interface WorkedOff {
  /** Every new message: its conversation, summary and card. */
  readonly sent: readonly object[];
  /** How cards posted before look in the end, by conversation and message. */
  readonly redrawn: Readonly<Record<string, object>>;
  /** Messages taken back. */
  readonly removed: readonly string[];
  /** State and reason of each message, by id. */
  readonly deliveries: Readonly<Record<string, string>>;
  /** State of each spread, people passed and people written to, by id. */
  readonly spreads: Readonly<Record<string, string>>;
  /** Ids of what is still due. */
  readonly left: readonly string[];
}

const utc = (at: DateTime): string => at.toUTC().toISO() ?? '';

/** Runs the bot on a fresh copy of a folder, at one instant after the other, each until nothing is due any more. */
export async function workOff(world: string, instants: readonly string[]): Promise<WorkedOff> {
  const service = await startTeamsService();
  const folder = unpack(world, service.url);
  const known = marksIn(folder.documents());
  const clock = movableClock(instants[0] ?? '');
  const bot = await startBot({ port: 0, clock, env: folder.env });
  try {
    for (const instant of instants) {
      clock.set(instant);
      await untilNothingIsDue(folder, clock.now());
    }
    return plain(seen(service.requests, folder.documents(), utc(clock.now())), known);
  } finally {
    await bot.stop();
    await service.close();
    folder.remove();
  }
}

/** What is put off by a moment while it is worked on is waited for, too. */
async function untilNothingIsDue(folder: OldFolder, at: DateTime): Promise<void> {
  const until = { work: utc(at.plus({ seconds: 3 })), looks: utc(at) };
  for (const deadline = performance.now() + 40_000; folder.isDue(until); await pause(20))
    if (performance.now() > deadline) assert.deepEqual(dueIn(folder.documents(), until.work), [], `at ${at.toISO()}`);
}

const dueIn = (documents: readonly OldDocument[], until: string): string[] =>
  documents.flatMap(({ id, lane, dueAt }) => (lane !== 'watch' && dueAt !== null && dueAt <= until ? [id] : []));

function seen(requests: readonly Request[], documents: readonly OldDocument[], now: string): WorkedOff {
  const ofMethod = (method: Request['method']) => requests.filter((request) => request.method === method);
  const place = ({ conversation, activity }: Request): string => `${conversation} ${activity}`;
  const fieldsOf = (type: string, fields: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      documents
        .filter((document) => document.type === type)
        .map(({ id, data }) => [id, fields.map((field) => data[field]).join(' ')]),
    );
  return {
    sent: ofMethod('POST').map(({ conversation, summary, card }) => ({ conversation, summary, card })),
    // Of one posted in this very run, how often it is drawn again depends on how soon it was posted.
    redrawn: Object.fromEntries(
      ofMethod('PUT')
        .filter(({ activity }) => !activity.startsWith('new-'))
        .map((request) => [place(request), { summary: request.summary, card: request.card }]),
    ),
    removed: ofMethod('DELETE').map(place).sort(),
    deliveries: fieldsOf('delivery', ['state', 'reason']),
    spreads: fieldsOf('spread', ['state', 'passed', 'owed']),
    left: dueIn(documents, now),
  };
}

import type { Logger } from 'pino';
import { CodedError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { stamp } from '../../ports/commit.ts';
import { decode, replace } from '../../ports/documents.ts';
import type { Store, Stored } from '../../ports/store.ts';
import { deliveryId, heldDropped, type Spread, spreadRecord } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { beginSendings, type Owing, owe, oweRefresh } from '../owe/owe.ts';
import { peopleFrom, reaches } from './audience.ts';

/** On disk a step of this size keeps other work waiting for under 20 ms; the sender needs 50 a second. */
const stepSize = 20;
/** Cards that show how far it has come are drawn again no more often. */
const watchEvery = { seconds: 10 };

export interface SpreadDeps {
  readonly store: Store;
  /** In the plan's zone. */
  readonly clock: Clock;
  readonly log: Logger;
  /** What this person is owed by the spread; decided by the capability that started it. @throws CodedError when nothing can be owed */
  readonly owes: (spread: Loaded<Spread>, person: Loaded<Person>) => Promise<Owing | undefined>;
}

/**
 * One step of a spread: at most 20 messages, and the cursor's move, in one transaction. Every ten seconds the cards that show its progress are
 * owed to be drawn again; once it has ended, the lane `watch` sees to that.
 */
export async function spreadStep(deps: SpreadDeps, stored: Stored): Promise<void> {
  const spread = decode(spreadRecord, stored);
  const { audience, cursor } = spread.data;
  const page = await peopleFrom(deps.store, spread, stepSize);
  const now = deps.clock.now();
  const today = now.toFormat('yyyy-MM-dd');
  const owed: Owing[] = [];
  let before = 0;
  for (const person of page.people.filter((each) => reaches(audience, each, today))) {
    const owing = await owingOf(deps, spread, person);
    if (owing === 'before') before += 1;
    else if (owing !== undefined) owed.push({ cause: spread.id, department: person.data.departmentId, ...owing });
  }
  const isDone = page.next === undefined;
  const { watchAt } = spread.data;
  const isWatched = watchAt !== null && watchAt <= stamp(now);
  const next: Spread = {
    ...spread.data,
    cursor: page.next ?? cursor,
    owed: spread.data.owed + owed.length,
    passed: spread.data.passed + page.people.length - before,
    state: isDone ? 'done' : 'running',
    dueAt: stamp(now),
    endedAt: isDone ? stamp(now) : null,
    watchAt: isDone || isWatched || watchAt === null ? stamp(now.plus(watchEvery)) : watchAt,
  };
  await deps.store.commit(spread.unit, [
    ...(await beginSendings(spread, now, { owed, stored: (id) => deps.store.get(spread.unit, id) })),
    ...owed.map((owing) => owe(spread, now, owing, spread.data.dropped ? heldDropped : {})),
    replace(spreadRecord, spread, next),
    ...(isWatched ? [oweRefresh(spread, now, spread.id, spread.rev + 1)] : []),
  ]);
}

/**
 * One person's own trouble, or a message owed already for another cause, must not keep everybody after them waiting for ever.
 * @returns `before` when the same message of this spread was owed already for another cause
 */
async function owingOf(
  deps: SpreadDeps,
  spread: Loaded<Spread>,
  person: Loaded<Person>,
): Promise<Owing | 'before' | undefined> {
  try {
    const owing = await deps.owes(spread, person);
    if (owing === undefined) return undefined;
    const id = deliveryId(owing.subject, owing.rev, owing.kind, owing.to);
    const known = await deps.store.get(spread.unit, id);
    if (known === undefined) return owing;
    return known.doc.index.cause === spread.id ? 'before' : undefined;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    deps.log.error({ err: error, spread: spread.id, person: person.id }, 'a spread owes nothing to someone');
    return undefined;
  }
}

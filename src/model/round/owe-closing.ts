import { DateTime } from 'luxon';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Closing, closingId, closingRecord } from '../../records/closing.ts';
import type { Scope } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

/** The end of a round as it stands when the round opens. */
export const closingOf = (round: Round): Closing => ({
  round: round.round,
  phase: 'open',
  dueAt: stamp(lapsesFrom(DateTime.fromISO(round.graceUntil ?? round.deadline))),
  times: 0,
  outcome: null,
  graces: [],
});

/** What a round that opens owes when its time to send is over: commit it together with the round. */
export const oweClosing = (scope: Scope, round: Round): Change =>
  create(closingRecord, scope, closingId(round.round), closingOf(round));

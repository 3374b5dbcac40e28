import type { DateTime } from 'luxon';
import { oweSpread } from '../../delivery/owe/owe.ts';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { redraw } from '../../model/dossier/redraw.ts';
import { closesAt } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Closing, closingRecord } from '../../records/closing.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded, Scope } from '../../records/record.ts';
import type { ClosingRound } from './overdue.ts';
import { asManyAsFit, audited, nextDossiers } from './steps.ts';

/**
 * One step of a grace window that was recorded after dossiers had lapsed: some of them can be written and sent again. When none is left,
 * everyone unfinished is told and the round waits for its new last instant.
 */
export async function reopenStep(
  turn: Turn,
  of: ClosingRound,
  { closing, now }: { closing: Loaded<Closing>; now: DateTime },
): Promise<void> {
  const until = closesAt(of.plan, of.round.data);
  // Those that lapsed, and those sent back whose own time ends before the window does.
  const waiting = await nextDossiers(turn, of.round.data.round, {
    state: 'lapsed',
    orReturned: ({ data }) => data.returned !== null && data.returned.until < stamp(until),
  });
  const { changes, count } = await asManyAsFit(waiting, async (n) => reopened(turn, n, { at: now, until }));
  const after: Closing =
    count > 0
      ? { ...closing.data, dueAt: stamp(now) }
      : { ...closing.data, phase: 'open', dueAt: stamp(lapsesFrom(until)) };
  turn.commit({
    command: 'round.reopen',
    subject: closing.id,
    facts: { count: String(count) },
    changes: [
      replace(closingRecord, closing, after),
      ...changes,
      ...(count > 0 ? [] : [oweGraceNotice(turn.scope, { at: now, closing: after })]),
    ],
  });
}

/** Told once for each grace window, when everything can be written again. */
export const oweGraceNotice = (scope: Scope, { at, closing }: { at: DateTime; closing: Closing }): Change =>
  oweSpread(scope, at, {
    cause: `grace:${closing.round}:${closing.graces.length}`,
    kind: 'closing.grace',
    audience: { kind: 'everyone' },
    params: { round: closing.round, grace: String(closing.graces.length) },
    startedBy: closing.graces.at(-1)?.by ?? 'system',
  });

/** What the office or the head asked for when sending it back still stands, so such a one is as it was then; any other is a draft. */
function reopened(
  turn: Turn,
  nomination: Loaded<Nomination>,
  { at, until }: { at: DateTime; until: DateTime },
): Change[] {
  const { data } = nomination;
  const after: Nomination =
    data.returned === null
      ? { ...data, state: moved(data.state, 'reopen') }
      : {
          ...data,
          state: data.state === 'lapsed' ? moved(data.state, 'readmit') : data.state,
          returned: { ...data.returned, until: stamp(until) },
        };
  return [
    replace(nominationRecord, nomination, after),
    audited(turn, { at, command: 'round.grace', subject: nomination.id }),
    ...redraw(turn.scope, { at, before: nomination, after }),
  ];
}

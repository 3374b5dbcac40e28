import { oweRefresh } from '../../delivery/owe/owe.ts';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import type { Deps } from '../../pipeline/context.ts';
import { commit, stamp } from '../../ports/commit.ts';
import { decode, replace } from '../../ports/documents.ts';
import type { Stored } from '../../ports/store.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { lapse } from './lapse.ts';

/**
 * A dossier that was sent back and not sent again lapses at its own supplement deadline, never at the round's. One that a grace window has
 * given more time keeps it. Looks at the record again, so a second run, or one that comes after the sending, changes nothing.
 */
export async function lapseReturned(deps: Deps, stored: Stored): Promise<void> {
  const nomination = decode(nominationRecord, stored);
  const { data } = nomination;
  if (data.state !== 'returned' || data.returned === null) return;
  const round = await roundOf(deps, data.round);
  const plan = await roundPlan(deps, round);
  const now = deps.clock.now().setZone(plan.zone);
  const until = openUntil({ round, plan, nomination });
  const isOver = now >= lapsesFrom(until);
  const returned = { ...data.returned, until: stamp(until) };
  await commit({
    store: deps.store,
    scope: deps.scope,
    at: now,
    actor: 'system',
    command: isOver ? 'nomination.lapse' : 'nomination.extend',
    subject: nomination.id,
    changes: isOver
      ? await lapse(deps, nomination, { at: now, plan })
      : [
          replace(nominationRecord, nomination, { ...data, returned }),
          oweRefresh(deps.scope, now, nomination.id, nomination.rev + 1),
        ],
  });
  deps.wake();
}

import type { DateTime } from 'luxon';
import { backoffMs } from '../../delivery/send/outcome.ts';
import { nextOfficeTime } from '../../domain/calendar/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { stamp } from '../../ports/commit.ts';
import type { InstallOutcome } from '../../ports/installer.ts';
import type { Installing } from '../../records/app-install.ts';

/** One after the other refused: then nobody may be installed to, and asking on would only be noise. */
const mostRefusals = 3;
const restMs = 1_000;

/**
 * Where the pass through the roster stands after a try, or after people of whom none was to be installed to.
 * @param after the last person that it came to; empty when nobody is left
 */
export function afterTry(
  pass: Installing,
  { after, told }: { readonly after: string; readonly told: InstallOutcome | undefined },
  { now, plan, random }: { readonly now: DateTime; readonly plan: Plan; readonly random: number },
): Installing {
  const over = {
    after: '',
    refusals: 0,
    installed: 0,
    failures: 0,
    dueAt: stamp(nextOfficeTime(now.plus({ days: 1 }).startOf('day'), plan)),
  };
  const on = { after, failures: 0, dueAt: stamp(now.plus(restMs)) };
  if (told === undefined) {
    if (after !== '') return { ...pass, after, dueAt: stamp(now) };
    // A person here and there may be kept from it by a policy of theirs.
    return { ...pass, ...over, reason: pass.installed > 0 || pass.refusals === 0 ? '' : pass.reason };
  }
  switch (told.kind) {
    case 'installed':
    case 'already':
      return { ...pass, ...on, refusals: 0, installed: pass.installed + 1, reason: '' };
    case 'refused': {
      const refusals = pass.refusals + 1;
      const next = refusals < mostRefusals ? { ...on, refusals } : over;
      return { ...pass, ...next, reason: told.reason };
    }
    case 'retry': {
      const failures = pass.failures + 1;
      return { ...pass, failures, dueAt: stamp(now.plus(told.afterMs ?? backoffMs(failures, random))) };
    }
  }
}

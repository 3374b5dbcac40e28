import type { DateTime } from 'luxon';
import { backoffMs } from '../../delivery/send/outcome.ts';
import { nextOfficeTime } from '../../domain/calendar/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { stamp } from '../../ports/commit.ts';
import type { NotDone } from '../../ports/messenger.ts';
import type { Team } from '../../records/team.ts';

/** A page that was read, with all that followed from it. */
export interface Taken {
  readonly kind: 'members';
  readonly members: number;
  readonly ours: number;
  readonly next: string;
}

/** As long as sending rests after the same answer. */
const pauseMs = 60_000;

/**
 * How a team stands after a page of its members, or a try to read one. It is read anew each working morning: whoever finds a message then is at
 * work, and what no event told is made good.
 */
export function afterReading(
  team: Team,
  told: Taken | NotDone,
  { now, plan, random }: { readonly now: DateTime; readonly plan: Plan; readonly random: number },
): Team {
  const tomorrow = stamp(nextOfficeTime(now.plus({ days: 1 }).startOf('day'), plan));
  const inMs = (ms: number): string => stamp(now.plus(ms));
  switch (told.kind) {
    case 'members': {
      const before = team.after === '' ? { members: 0, ours: 0 } : team;
      const read = {
        ...team,
        members: before.members + told.members,
        ours: before.ours + told.ours,
        reason: '',
        failures: 0,
      };
      // A service that names the same page again would be asked for ever.
      const isLast = told.next === '' || told.next === team.after;
      return isLast
        ? { ...read, after: '', readAt: stamp(now), dueAt: tomorrow }
        : { ...read, after: told.next, dueAt: stamp(now) };
    }
    case 'retry':
    case 'unknown': {
      const failures = team.failures + 1;
      const wait = (told.kind === 'retry' ? told.afterMs : undefined) ?? backoffMs(failures, random);
      return { ...team, failures, reason: told.reason, dueAt: inMs(wait) };
    }
    case 'broken':
      return { ...team, reason: told.reason, dueAt: inMs(pauseMs) };
    case 'refused':
      // The place where it went on is taken no more: once it is tried from the beginning.
      if (team.after !== '') return { ...team, after: '', reason: told.reason, dueAt: stamp(now) };
      return { ...team, reason: told.reason, dueAt: tomorrow };
    case 'unreachable':
    case 'gone':
      return { ...team, after: '', reason: told.reason, dueAt: tomorrow };
  }
}

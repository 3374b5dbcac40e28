import { systemTurn } from '../../pipeline/open-turn.ts';
import { decode, replace } from '../../ports/documents.ts';
import { mayBegin } from '../../ports/lease.ts';
import type { Stored } from '../../ports/store.ts';
import { teamRecord } from '../../records/team.ts';
import { afterReading } from './after-reading.ts';
import type { ReadTeamDeps } from './deps.ts';
import { takeIn } from './take-in.ts';

/**
 * One page of a team's members: of those on the unit's roster, whoever could not be reached can be from then on. Nobody is put on the roster,
 * and nobody's way is taken away. What was told of the team meanwhile outruns it, and the page is read again.
 * @returns from the handler: `later` when nothing may be asked of the service now
 */
export const createTeamStep =
  (deps: ReadTeamDeps) =>
  async (stored: Stored): Promise<'later' | undefined> => {
    const { machine, officeOf, messenger, pace, lease } = deps;
    const team = decode(teamRecord, stored);
    if (!(await pace.turn(team.id)) || !mayBegin(lease)) return 'later';
    const page = await messenger.members(team.data, team.data.after);
    const told = page.kind === 'members' ? await takeIn(deps, team, page) : page;
    if (told === 'later') return 'later';
    const { unit } = team;
    const turn = await systemTurn(machine, officeOf, unit);
    const next = afterReading(team.data, told, { now: turn.at, plan: turn.plan, random: deps.random() });
    if (told.kind === 'members') deps.hear({ kind: 'sent', activityId: '' });
    else {
      deps.hear(told);
      if (told.kind === 'retry' && told.afterMs !== undefined) pace.hold(told.afterMs);
      machine.log.warn(
        { team: team.id, outcome: told.kind, reason: told.reason },
        'the members of a team were not read',
      );
    }
    await machine.store.commit(unit, [replace(teamRecord, team, next)]);
    return undefined;
  };

import type { Machine, OfficeOf } from '../pipeline/machine.ts';
import { openTurn } from '../pipeline/open-turn.ts';
import { inTurn } from '../pipeline/retry.ts';
import type { Turn, Who } from '../pipeline/turn.ts';
import { stamp } from '../ports/commit.ts';
import { put, replace } from '../ports/documents.ts';
import { isId } from '../ports/limits.ts';
import { personRecord } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import { type Team, teamRecord, teamRecordId } from '../records/team.ts';

/** What Teams tells of a team: the bot is one of its members, is none any more, or others came or went. */
export type TeamEvent = 'in' | 'out' | 'changed';

/** A team as an activity from it tells of it. */
export interface SeenTeam {
  readonly teamId: string;
  /** Empty when it is not told. */
  readonly name: string;
  readonly serviceUrl: string;
  readonly botId: string;
}

/** Many who come at once are one reading. */
const soon = { minutes: 1 };

/** An event that went astray is made good by anybody of the roster who writes or clicks in a channel of the team. */
export async function rememberTeam(turn: Turn, seen: SeenTeam): Promise<void> {
  if (seen.teamId === '') return;
  const id = teamRecordId(seen.teamId);
  noteIn(turn, await turn.get(teamRecord, id), seen);
}

/** Each unit that this process serves looks through a team for its own people. */
export async function takeTeamEvent(
  machine: Machine,
  officeOf: OfficeOf,
  { event, seen, at }: { readonly event: TeamEvent; readonly seen: SeenTeam; readonly at: Who['at'] },
): Promise<void> {
  const id = teamRecordId(seen.teamId);
  if (!isId(id)) return;
  const units =
    event === 'in'
      ? [...(await machine.store.totals(personRecord.type)).keys()]
      : (await machine.store.findEverywhere(id)).map(({ doc }) => doc.unit);
  for (const unit of units) {
    const office = officeOf(unit);
    if (office === undefined) continue;
    await inTurn(
      () => openTurn(machine, office, { at, by: 'system' }),
      async (turn) => note(turn, await turn.get(teamRecord, id), { event, seen }),
    );
  }
}

/** Events may come late and out of order: one that is older than what is known is no news. */
function note(
  turn: Turn,
  known: Loaded<Team> | undefined,
  { event, seen }: { event: TeamEvent; seen: SeenTeam },
): void {
  if (event !== 'changed' && known !== undefined && stamp(turn.at) < known.data.at) return;
  if (event === 'in') noteIn(turn, known, seen);
  if (event === 'in' || known === undefined || !known.data.isIn) return;
  const { data } = known;
  const change =
    event === 'out' ? { isIn: false, at: stamp(turn.at), after: '', dueAt: null } : { dueAt: sooner(turn, data) };
  if (event === 'out' || change.dueAt !== data.dueAt) turn.ride([replace(teamRecord, known, { ...data, ...change })]);
}

function sooner({ clock }: Turn, { dueAt }: Team): string {
  const at = stamp(clock.now().plus(soon));
  return dueAt !== null && dueAt < at ? dueAt : at;
}

function noteIn(turn: Turn, known: Loaded<Team> | undefined, { teamId, name, serviceUrl, botId }: SeenTeam): void {
  if (known?.data.isIn === true && known.data.serviceUrl === serviceUrl) return;
  const team: Team = {
    members: 0,
    ours: 0,
    readAt: null,
    ...known?.data,
    teamId,
    name: name === '' ? (known?.data.name ?? '') : name,
    serviceUrl,
    botId,
    isIn: true,
    at: stamp(turn.at),
    after: '',
    reason: '',
    failures: 0,
    dueAt: stamp(turn.clock.now()),
  };
  turn.ride([put(teamRecord, { ...turn.scope, id: teamRecordId(teamId) }, known, team)]);
}

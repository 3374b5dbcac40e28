import { hereNow } from '../../model/people/here-now.ts';
import { systemTurn } from '../../pipeline/open-turn.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { mayBegin } from '../../ports/lease.ts';
import type { Member, NotDone } from '../../ports/messenger.ts';
import { type Address, addressId, addressRecord } from '../../records/address.ts';
import { aadKeyId, aadKeyRecord } from '../../records/key.ts';
import type { Loaded } from '../../records/record.ts';
import type { Team } from '../../records/team.ts';
import type { Taken } from './after-reading.ts';
import { bindMembers } from './bind-members.ts';
import type { ReadTeamDeps } from './deps.ts';
import { meet } from './meet.ts';

interface Page {
  readonly members: readonly Member[];
  readonly next: string;
}

/**
 * Goes through a page of members. Guests, and whoever the roster does not name or has left it, are counted and otherwise passed over.
 * @returns why the service stopped it, to be gone on with from the same page; `later` when nothing may be asked now
 */
export async function takeIn(deps: ReadTeamDeps, team: Loaded<Team>, page: Page): Promise<Taken | NotDone | 'later'> {
  const own = page.members.filter(({ isGuest, aadObjectId }) => !isGuest && aadObjectId !== '');
  await bindMembers(deps, team, own);
  const turn = await systemTurn(deps.machine, deps.officeOf, team.unit);
  const ours = await onRoster(turn, own);
  const known = await turn.getMany(
    addressRecord,
    ours.map(({ personId }) => addressId(personId)),
  );
  for (const { personId, userId } of ours) {
    if (!isToMeet(known.get(addressId(personId))?.data)) continue;
    if (!(await deps.pace.turn(personId)) || !mayBegin(deps.lease)) return 'later';
    const stopped = await meet(deps, team, { personId, userId });
    if (stopped !== undefined) return stopped;
  }
  return { kind: 'members', members: page.members.length, ours: ours.length, next: page.next };
}

/** Whoever took the app away or blocked the bot did so knowingly; who fell out of a team and is back in one did not. */
const isToMeet = (address: Address | undefined): boolean =>
  address === undefined || (address.reachable === 'blocked' && address.reason.includes('BotNotInConversationRoster'));

async function onRoster(turn: Turn, own: readonly Member[]): Promise<{ personId: string; userId: string }[]> {
  const keyOf = ({ aadObjectId }: Member): string => aadKeyId(turn.tenant, aadObjectId);
  const keys = await turn.getMany(aadKeyRecord, own.map(keyOf));
  const named = own.flatMap((member) => {
    const key = keys.get(keyOf(member));
    return key === undefined ? [] : [{ personId: key.data.personId, userId: member.userId }];
  });
  const here = await Promise.all(named.map(({ personId }) => hereNow(turn, personId)));
  return named.filter((_, i) => here[i] !== undefined);
}

import { accountsList } from '../../features/accounts/refs.ts';
import { bindAccount } from '../../model/people/bind-account.ts';
import { foundByEmail } from '../../model/people/found-by-email.ts';
import { systemTurn } from '../../pipeline/open-turn.ts';
import { inTurn } from '../../pipeline/retry.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Member } from '../../ports/messenger.ts';
import { aadKeyId, aadKeyRecord, upnKeyId, upnKeyRecord } from '../../records/key.ts';
import type { Loaded } from '../../records/record.ts';
import type { Team } from '../../records/team.ts';
import type { ReadTeamDeps } from './deps.ts';

/** Members of the home tenant whom no key leads to become those of the roster who have their e-mail, or the office is asked; a commit each. */
export async function bindMembers(
  { machine, officeOf }: Pick<ReadTeamDeps, 'machine' | 'officeOf'>,
  team: Loaded<Team>,
  members: readonly Member[],
): Promise<void> {
  const begin = () => systemTurn(machine, officeOf, team.unit);
  for (const member of await unbound(await begin(), members)) {
    const row = await foundByEmail(machine, member.emails);
    if (row?.unit !== team.unit) continue;
    const { serviceUrl, botId } = team.data;
    const way = { conversationId: '', serviceUrl, userId: member.userId, botId };
    await inTurn(begin, (turn) => bindAccount(turn, { ...row, member, way, list: accountsList.ref({}) }));
  }
}

/** Those with an e-mail of this unit's roster and without a key of their own. */
async function unbound(turn: Turn, members: readonly Member[]): Promise<Member[]> {
  const keyOf = ({ aadObjectId }: Member): string => aadKeyId(turn.tenant, aadObjectId);
  const emailKeys = ({ emails }: Member): string[] => emails.map((email) => upnKeyId(turn.tenant, email));
  const known = await turn.getMany(aadKeyRecord, members.map(keyOf));
  const others = members.filter((member) => !known.has(keyOf(member)));
  const rows = await turn.getMany(upnKeyRecord, others.flatMap(emailKeys));
  return others.filter((member) => emailKeys(member).some((key) => rows.has(key)));
}

import { launchFor } from '../../features/campaign/launch-for.ts';
import { hereNow } from '../../model/people/here-now.ts';
import { heldFor, owedAgain } from '../../model/sending/owed-again.ts';
import { systemTurn } from '../../pipeline/open-turn.ts';
import { inTurn } from '../../pipeline/retry.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import type { NotDone } from '../../ports/messenger.ts';
import { type Address, addressId, addressRecord } from '../../records/address.ts';
import type { Loaded } from '../../records/record.ts';
import type { Team } from '../../records/team.ts';
import type { ReadTeamDeps } from './deps.ts';

/** Of a person who is to be reached: as the roster names them, and as Teams does. */
export interface Unmet {
  readonly personId: string;
  readonly userId: string;
}

/**
 * Opens the chat with somebody who shares a team with the bot; nothing is said in it. What could not be delivered to them is due, and so is
 * the launch if it has passed them. They are welcomed when they write.
 * @returns why the service stops the reading; undefined when it may go on, also where it does not let this person be written to
 */
export async function meet(deps: ReadTeamDeps, team: Loaded<Team>, person: Unmet): Promise<NotDone | undefined> {
  const { machine, officeOf, messenger } = deps;
  const { serviceUrl, botId } = team.data;
  const way: Address = {
    owner: person.personId,
    conversationId: '',
    serviceUrl,
    userId: person.userId,
    botId,
    teamId: '',
    channelName: '',
    reachable: 'yes',
    reason: '',
    isUnmet: true,
    at: stamp(machine.clock.now()),
  };
  const opened = await messenger.reopen(way);
  switch (opened.kind) {
    case 'opened':
      await inTurn(
        () => systemTurn(machine, officeOf, team.unit),
        (turn) => remember(turn, { ...way, conversationId: opened.conversationId }),
      );
      return undefined;
    case 'retry':
    case 'unknown':
    case 'broken':
      return opened;
    default:
      machine.log.info({ person: person.personId, reason: opened.reason }, 'a member of a team cannot be written to');
      return undefined;
  }
}

async function remember(turn: Turn, address: Address): Promise<void> {
  const id = addressId(address.owner);
  const [known, person] = await Promise.all([turn.get(addressRecord, id), hereNow(turn, address.owner)]);
  // They wrote in this moment, and told the way to them by themselves.
  if (person === undefined || known?.data.reachable === 'yes') return;
  turn.ride([
    put(addressRecord, { ...turn.scope, id }, known, address),
    ...(await launchFor(turn, person, turn.at)),
    ...owedAgain(turn, await heldFor(turn, address.owner)),
  ]);
}

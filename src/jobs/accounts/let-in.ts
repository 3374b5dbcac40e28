import { launchFor } from '../../features/campaign/launch-for.ts';
import { welcomeTo } from '../../features/start/welcome-to.ts';
import { hereNow } from '../../model/people/here-now.ts';
import { heldFor, owedAgain } from '../../model/sending/owed-again.ts';
import type { Machine, OfficeOf } from '../../pipeline/machine.ts';
import { systemTurn } from '../../pipeline/open-turn.ts';
import { inTurn } from '../../pipeline/retry.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { put, remove } from '../../ports/documents.ts';
import type { Stored } from '../../ports/store.ts';
import { accountRecord } from '../../records/account.ts';
import { addressId, addressRecord } from '../../records/address.ts';

/**
 * An account that the office has confirmed is reached from now on where its person wrote: they are welcomed there, and get what they were owed and
 * the launch if it has passed them. One that was found in a team is reached when the team is read again. The account itself is then forgotten: the key
 * and the trail have what is left of it.
 */
export const createLetIn =
  (machine: Machine, officeOf: OfficeOf) =>
  async ({ doc }: Stored): Promise<void> =>
    inTurn(
      () => systemTurn(machine, officeOf, doc.unit),
      async (turn) => letIn(turn, doc.id),
    );

async function letIn(turn: Turn, id: string): Promise<void> {
  const account = await turn.get(accountRecord, id);
  if (account?.data.state !== 'confirmed') return;
  const { person: personId, way } = account.data;
  const [person, known] = await Promise.all([hereNow(turn, personId), turn.get(addressRecord, addressId(personId))]);
  // They may have written in the meantime, and told the way to them by themselves.
  const isToReach = person !== undefined && way.conversationId !== '' && known === undefined;
  turn.ride([
    remove(account),
    ...(isToReach
      ? [
          put(addressRecord, { ...turn.scope, id: addressId(personId) }, known, {
            ...{ owner: personId, ...way, teamId: '', channelName: '' },
            ...{ reachable: 'yes', reason: '', at: stamp(turn.at) },
          }),
          ...(await welcomeTo(turn, personId)),
          ...(await launchFor(turn, person, turn.at)),
          ...owedAgain(turn, await heldFor(turn, personId)),
        ]
      : []),
  ]);
}

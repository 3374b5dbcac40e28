import type { Turn } from '../../pipeline/turn.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { answerRecord, answersToCall } from '../../records/call.ts';

/** Teams asks for no more by itself. */
const mostReaders = 60;
/** Not everybody is known in Teams: of so many the first who are. */
const lookedAt = 180;

/**
 * Whose clients ask by themselves for the card with their own answer, by Teams' own ids: who has answered, the last first. To anybody else the
 * shared card says all that there is; the first of more than sixty find their own answer in the message's menu.
 */
export async function readersOf(turn: Turn, call: string): Promise<string[]> {
  const answers = [...(await turn.list(answerRecord, answersToCall(call)))];
  const last = answers.sort((a, b) => b.data.at.localeCompare(a.data.at)).slice(0, lookedAt);
  const known = await turn.getMany(
    addressRecord,
    last.map(({ data }) => addressId(data.person)),
  );
  return [...known.values()].slice(0, mostReaders).map(({ data }) => data.userId);
}

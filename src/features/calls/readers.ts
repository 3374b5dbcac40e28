import { isHere } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { answerRecord, answersToCall, type Call } from '../../records/call.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** Teams asks for no more by itself. */
const mostReaders = 60;
/** Not everybody is known in Teams: of so many the first who are. */
const lookedAt = 180;

/**
 * Whose clients ask by themselves for the card with their own answer, by Teams' own ids. Of more than there is room for: who has answered, the
 * last first, then members who have not; to anybody else the shared card says all but their own answer, which they find in the message's menu.
 */
export async function readersOf(turn: Turn, call: Loaded<Call>): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of whoReads(turn, call)) if (ids.push(addressId(id)) === lookedAt) break;
  const addresses = [...(await turn.getMany(addressRecord, ids)).values()];
  return addresses.map(({ data }) => data.userId).slice(0, mostReaders);
}

async function* whoReads(turn: Turn, { id, data: { organisation } }: Loaded<Call>): AsyncGenerator<string> {
  const answers = await turn.list(answerRecord, answersToCall(id));
  const answered = answers.sort((a, b) => b.data.at.localeCompare(a.data.at)).map(({ data }) => data.person);
  yield* answered;
  const done = new Set(answered);
  for await (const { id: member, data } of turn.each(personRecord))
    if (data.organisations.includes(organisation) && isHere(turn, data) && !done.has(member)) yield member;
}

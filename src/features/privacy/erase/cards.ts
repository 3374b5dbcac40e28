import { decode, remove } from '../../../ports/documents.ts';
import { addressId, addressRecord } from '../../../records/address.ts';
import { mirrorId, mirrorRecord } from '../../../records/mirror.ts';
import { nothingLeft, type Part, stepSize } from './part.ts';

/** Notes of the cards in the person's chat, which lie together in the store. */
export const forgetCards: Part = async (turn, { person }) => {
  const address = await turn.get(addressRecord, addressId(person.id));
  if (address === undefined || address.data.conversationId === '') return nothingLeft;
  const prefix = mirrorId(address.data.conversationId, '');
  const found = { unit: turn.scope.unit, type: mirrorRecord.type, after: prefix, limit: stepSize };
  const { items } = await turn.store.query(found);
  const notes = items.filter(({ doc }) => doc.id.startsWith(prefix)).map((item) => decode(mirrorRecord, item));
  return notes.length === 0 ? nothingLeft : { changes: notes.map(remove), n: notes.length, next: '' };
};

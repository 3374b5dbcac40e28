import { isPaper } from '../../../domain/dossier/retention.ts';
import { decode } from '../../../ports/documents.ts';
import type { Stored } from '../../../ports/store.ts';
import { nominationRecord } from '../../../records/nomination.ts';
import type { StoredType } from '../../../records/stored-types.ts';
import { decisions } from '../decisions.ts';
import type { Part } from './part.ts';

/** Types of which a document may be, or belong to, a paper that is kept; dossiers first, as most people have one. */
export const paperTypes = (Object.keys(decisions) as StoredType[])
  .filter((type) => type !== 'standing' && ['paper', 'unlessPaper'].includes(decisions[type]))
  .sort((a, b) => Number(b === 'nomination') - Number(a === 'nomination'));

const lookedAt = 200;

/** Looks through the papers of one type for one that names the person: so many at a step, and no more once one is found. */
export const namedIn =
  (type: StoredType): Part =>
  async (turn, { person }, { after }) => {
    const { items, next } = await turn.store.query({
      ...{ unit: turn.scope.unit, type, limit: lookedAt },
      ...(after === '' ? {} : { after }),
    });
    const isNamed = items.some((stored) => names(stored, person.id));
    return isNamed ? { changes: [], n: 0, next: null, isNamed } : { changes: [], n: 0, next: next ?? null };
  };

/** Their own dossier, when it is kept; of others' whatever says who did something. What is theirs and not of a dossier that is kept goes anyway. */
function names(stored: Stored, id: string): boolean {
  const isTheirs = (stored.doc.data as { candidate?: { id?: unknown } }).candidate?.id === id;
  if (stored.doc.type === nominationRecord.type) {
    const { data } = decode(nominationRecord, stored);
    return isPaper(data) && (isTheirs || says(stored, id));
  }
  return !isTheirs && says(stored, id);
}

/** An id stands whole between its quotation marks, wherever it is. */
const says = ({ doc }: Stored, id: string): boolean => JSON.stringify(doc.data).includes(JSON.stringify(id));

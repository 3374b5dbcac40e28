import { decode, replace } from '../../../ports/documents.ts';
import { type Delivery, deliveryBy, deliveryRecord } from '../../../records/message.ts';
import { type Part, stepSize } from './part.ts';

/**
 * Messages to the person: what they showed goes, what waited is not sent any more. That one of a kind was owed, and whether it arrived, stays: figures
 * of what went to many count it, and it keeps the same from being owed again.
 */
export const emptyMessages: Part = async (turn, { person }, { after }) => {
  const { items, next } = await turn.store.query({
    ...{ unit: turn.scope.unit, type: deliveryRecord.type, where: deliveryBy.to(person.id), limit: stepSize },
    ...(after === '' ? {} : { after }),
  });
  const full = items.map((item) => decode(deliveryRecord, item)).filter(({ data }) => !isEmpty(data));
  return {
    changes: full.map((delivery) => replace(deliveryRecord, delivery, emptied(delivery.data))),
    n: full.length,
    next: next ?? null,
  };
};

const waiting: readonly Delivery['state'][] = ['pending', 'sending'];
const isEmpty = ({ show, state }: Delivery): boolean =>
  Object.keys(show.params).length === 0 && show.within === undefined && !waiting.includes(state);

/** One that was being posted may have arrived. */
const ends: Partial<Record<Delivery['state'], Partial<Delivery>>> = {
  pending: { state: 'superseded', reason: '' },
  sending: { state: 'ambiguous', doubtful: true, reason: 'interrupted' },
};
const emptied = (data: Delivery): Delivery => ({
  ...data,
  ...ends[data.state],
  show: { page: data.show.page, params: {} },
});

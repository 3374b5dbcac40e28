import { DateTime } from 'luxon';
import { mayChooseHeld } from '../../domain/policy/sending.ts';
import { countHeld, unsettledRestorations } from '../../model/sending/held-back.ts';
import { item, type TodoItem, type TodoOf, type TodoSource } from '../../pipeline/todo.ts';

/** Before everything else: nothing of what is held back reaches anybody until the office has chosen. */
async function toChoose({ turn, actor }: TodoOf): Promise<TodoItem[]> {
  if (!mayChooseHeld(actor)) return [];
  const open = (await unsettledRestorations(turn)).filter(({ data }) => data.choice === 'open');
  return Promise.all(
    open.map(async ({ id, data }) => ({
      ...item('restored', {
        verb: 'restoration.show',
        data: { restoration: id },
        facts: {
          taken: DateTime.fromISO(data.takenAt, { zone: turn.plan.zone }),
          n: await countHeld(turn, id),
        },
      }),
      isFirst: true as const,
    })),
  );
}

export const restorationTodos: readonly TodoSource[] = [{ order: 1, always: toChoose }];

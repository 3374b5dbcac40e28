import { maySeeRoster } from '../../../domain/policy/roster.ts';
import { item, type TodoItem, type TodoOf, type TodoSource } from '../../../pipeline/todo.ts';
import { rosterImportBy, rosterImportRecord } from '../../../records/roster-import.ts';

/** Rosters that were sent, or that the program was started with, and that nobody has confirmed yet. */
async function toConfirm({ turn, actor }: TodoOf): Promise<TodoItem[]> {
  if (!maySeeRoster(actor)) return [];
  const asked = await turn.list(rosterImportRecord, rosterImportBy.asked);
  return asked.map(({ id, data }) =>
    item('rosterAsked', { verb: 'roster.update', data: { id }, facts: { name: data.name } }),
  );
}

export const updateTodos: readonly TodoSource[] = [{ order: 40, always: toConfirm }];

import { DateTime } from 'luxon';
import { takesAnswers } from '../../domain/calendar/call.ts';
import { list, load } from '../../ports/documents.ts';
import { answerId, answerRecord, callRecord } from '../../records/call.ts';
import { item, type TodoItem, type TodoOf } from './todo-item.ts';

/** Open calls of the person's organisations that they have not answered. */
export async function openCalls({ deps, me, at }: TodoOf): Promise<TodoItem[]> {
  const items: TodoItem[] = [];
  for (const organisation of me.data.organisations) {
    const where = { field: 'organisation', equals: organisation };
    const calls = await list(deps.store, { unit: deps.scope.unit, type: callRecord, where });
    for (const call of calls.filter((c) => takesAnswers(c.data, at))) {
      const answer = await load(deps.store, deps.scope.unit, answerRecord, answerId(call.id, me.id));
      if (answer !== undefined) continue;
      const due = DateTime.fromISO(call.data.answerBy, { zone: deps.plan.zone }).endOf('day');
      const data = { what: 'call', id: call.id };
      items.push(item('call', { verb: 'todo.open', data, facts: { title: call.data.title }, due }));
    }
  }
  return items;
}

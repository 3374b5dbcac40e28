import { DateTime } from 'luxon';
import { takesAnswers } from '../../domain/calendar/call.ts';
import { item, type TodoItem, type TodoOf, type TodoSource } from '../../pipeline/todo.ts';
import { answerId, answerRecord, callRecord, callsOfOrganisation } from '../../records/call.ts';

/** Open calls of the person's organisations that they have not answered. */
async function openCalls({ turn, me, at }: TodoOf): Promise<TodoItem[]> {
  const items: TodoItem[] = [];
  for (const organisation of me.data.organisations) {
    const where = callsOfOrganisation(organisation);
    const calls = await turn.list(callRecord, where);
    for (const call of calls.filter((c) => takesAnswers(c.data, at))) {
      const answer = await turn.get(answerRecord, answerId(call.id, me.id));
      if (answer !== undefined) continue;
      const due = DateTime.fromISO(call.data.answerBy, { zone: turn.plan.zone }).endOf('day');
      const data = { what: 'call', id: call.id };
      items.push(item('call', { verb: 'todo.open', data, facts: { title: call.data.title }, due }));
    }
  }
  return items;
}

export const callsTodos: readonly TodoSource[] = [{ order: 70, always: openCalls }];

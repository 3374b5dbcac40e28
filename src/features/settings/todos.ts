import { maySet } from '../../domain/policy/settings.ts';
import { item, type TodoItem, type TodoOf, type TodoSource } from '../../pipeline/todo.ts';
import { settingsId, settingsRecord } from '../../records/settings.ts';

/** A file of the plan that is not the one in force waits for the office. */
async function toAdopt({ turn, actor }: TodoOf): Promise<TodoItem[]> {
  if (!maySet(actor)) return [];
  const settings = await turn.get(settingsRecord, settingsId);
  return (settings?.data.offered ?? null) === null ? [] : [item('planOffered', { verb: 'settings.plan' })];
}

export const settingsTodos: readonly TodoSource[] = [{ order: 2, always: toAdopt }];

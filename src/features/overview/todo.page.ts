import type { DateTime } from 'luxon';
import { z } from 'zod';
import { isBeforeDeadline } from '../../domain/calendar.ts';
import { formatInstant } from '../../domain/format.ts';
import { byUrgency, daysUntil, urgencyOf } from '../../domain/todo-order.ts';
import { todoScreen } from '../../screens/overview/overview-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import type { Deps } from '../context.ts';
import { definePage } from '../page.ts';
import { pagingView, slice } from '../paging.ts';
import { closesAt, openedRounds, roundName, roundPlan } from '../round.ts';
import { openCalls } from './todo-calls.ts';
import type { TodoItem, TodoOf, TodoRound } from './todo-item.ts';
import { department, opinions } from './todo-lead.ts';
import { handling } from './todo-office.ts';
import { ownDossier, unreadPlan } from './todo-own.ts';

const pageSize = 8;
const tones = { overdue: 'attention', soon: 'warning', later: 'accent' } as const;

/** What one person has to do, computed from the records as they are now. */
export const todoPage = definePage({
  page: 'todo.show',
  params: z.strictObject({ page: z.string().default('0') }),
  compose: async ({ deps, viewer, texts, params, banner }) => {
    const { person, at } = viewer;
    if (person === undefined) return null;
    const actor = { id: person.id, roles: person.data.roles, departmentId: person.data.departmentId };
    const round = await currentTodoRound(deps, at);
    const items = await todosOf({ deps, me: person, actor, at }, round);
    const part = slice(byUrgency(items, at), params.page, pageSize);
    const view = {
      roundName: round === undefined ? texts.t('words.todo.noRound') : roundName(round.plan, round.round),
      hasDeadline: round?.isOpen ?? false,
      deadline: round === undefined ? '' : deadlineWords(texts, round.closes, at),
      rows: part.items.map((item) => row(texts, item, at)),
      isEmpty: part.total === 0,
      ...pagingView(part),
    };
    return { card: todoScreen(texts, view, banner), summary: texts.t('summaries.overview.todo', { n: items.length }) };
  },
});

async function currentTodoRound(deps: Deps, at: DateTime): Promise<TodoRound | undefined> {
  const [round] = await openedRounds(deps);
  if (round === undefined) return undefined;
  const plan = await roundPlan(deps, round);
  const closes = closesAt(plan, round.data);
  return { round, plan, closes, isOpen: isBeforeDeadline(at, closes) };
}

/** In the order in which equally urgent things are listed: what others wait for comes before what is only one's own. */
async function todosOf(of: TodoOf, round: TodoRound | undefined): Promise<TodoItem[]> {
  const inRound =
    round === undefined ? [] : [opinions(of, round), handling(of, round), ownDossier(of, round), department(of, round)];
  return (await Promise.all([...inRound, unreadPlan(of), openCalls(of)])).flat();
}

export const deadlineWords = (texts: Texts, due: DateTime, at: DateTime): string =>
  texts.t('words.todo.deadline', { at: formatInstant(due), left: leftWords(texts, due, at) });

function leftWords(texts: Texts, due: DateTime, at: DateTime): string {
  if (due < at) return texts.t('words.todo.left.over');
  const n = daysUntil(due, at);
  return n === 0 ? texts.t('words.todo.left.today') : texts.t(`words.todo.left.${n === 1 ? 'one' : 'many'}`, { n });
}

const row = (texts: Texts, { key, facts, due, verb, data }: TodoItem, at: DateTime) => ({
  text: texts.t(`words.todo.${key}.text`, facts),
  open: texts.t(`words.todo.${key}.open`),
  due: due === undefined ? '' : texts.t('words.todo.due', { at: formatInstant(due) }),
  hasDue: due !== undefined,
  left: due === undefined ? '' : leftWords(texts, due, at),
  tone: due === undefined ? ('emphasis' as const) : tones[urgencyOf(due, at)],
  verb,
  data: { ...data },
});

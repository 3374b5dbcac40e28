import type { DateTime } from 'luxon';
import { todoCard } from '../../../cards/overview/todo.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { byUrgency, daysUntil, urgencyOf } from '../../domain/calendar/urgency.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { closesAt, isUnderWay, openedRounds, roundName, roundPlan } from '../../model/round/round.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { TodoItem, TodoOf, TodoRound, TodoSource } from '../../pipeline/todo.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { todoShow } from './refs.ts';

const pageSize = 8;
const tones = { overdue: 'attention', soon: 'warning', later: 'accent' } as const;

/** What one person has to do, computed from the records as they are now. @param sources of every capability */
export const todoPage = (sources: () => readonly TodoSource[]) =>
  definePage({
    name: todoShow,
    compose: async ({ turn, viewer, texts, params, banner }) => {
      const { person, at } = viewer;
      if (person === undefined) return null;
      const actor = asActor(person);
      const [round, ...earlier] = await todoRounds(turn, at);
      const items = await todosOf(sources(), { turn, me: person, actor, at }, { round, earlier });
      const part = slice(byUrgency(items, at), params.page, pageSize);
      const view = {
        roundName: round === undefined ? texts.t('words.todo.noRound') : roundName(round.plan, round.round),
        hasDeadline: round?.isOpen ?? false,
        deadline: round === undefined ? '' : deadlineWords(texts, round.closes, at),
        rows: part.items.map((item) => row(texts, item, at)),
        isEmpty: part.total === 0,
        ...pagingView(part),
      };
      return {
        card: todoCard(texts, view, banner),
        summary: texts.t('summaries.overview.todo', { n: items.length }),
      };
    },
  });

/**
 * The newest round, and those beside or just before it that still take dossiers or have some under way; first the open one whose deadline is
 * nearest, by which the card is headed.
 */
async function todoRounds(turn: Turn, at: DateTime): Promise<TodoRound[]> {
  const opened = await openedRounds(turn);
  const found: TodoRound[] = [];
  for (const round of opened.filter(({ data }) => data.year >= (opened[0]?.data.year ?? 0) - 1)) {
    const plan = await roundPlan(turn, round);
    const closes = closesAt(plan, round.data);
    const isOpen = isBeforeDeadline(at, closes);
    if (found.length === 0 || isOpen || (await isUnderWay(turn, round))) found.push({ round, plan, closes, isOpen });
  }
  const [nearest] = found.filter(({ isOpen }) => isOpen).sort((a, b) => +a.closes - +b.closes);
  return nearest === undefined ? found : [nearest, ...found.filter((each) => each !== nearest)];
}

/** In the order in which equally urgent things are listed. */
async function todosOf(
  sources: readonly TodoSource[],
  of: TodoOf,
  { round, earlier }: { round: TodoRound | undefined; earlier: readonly TodoRound[] },
): Promise<(TodoItem & Partial<OfRound>)[]> {
  const ordered = [...sources].sort((a, b) => a.order - b.order);
  const inRound = async (at: TodoRound) => (await Promise.all(ordered.map((s) => s.inRound?.(of, at) ?? []))).flat();
  const before = earlier.map(async (at) =>
    (await inRound(at)).map((todo) => ({ ...todo, ofRound: roundName(at.plan, at.round) })),
  );
  const always = ordered.map((source) => source.always?.(of) ?? []);
  return (await Promise.all([round === undefined ? [] : inRound(round), ...before, ...always])).flat();
}

/** Said with what is to be done in another round than the card is headed by. */
interface OfRound {
  readonly ofRound: string;
}

export const deadlineWords = (texts: Texts, due: DateTime, at: DateTime): string =>
  due < at
    ? texts.t('words.todo.deadlineOver', { at: due })
    : texts.t('words.todo.deadline', { at: due, left: leftWords(texts, due, at) });

function leftWords(texts: Texts, due: DateTime, at: DateTime): string {
  if (due < at) return texts.t('words.todo.left.over');
  const n = daysUntil(due, at);
  return n === 0 ? texts.t('words.todo.left.today') : texts.t(`words.todo.left.${n === 1 ? 'one' : 'many'}`, { n });
}

const row = (texts: Texts, { key, facts, due, verb, data, ofRound }: TodoItem & Partial<OfRound>, at: DateTime) => ({
  text: [texts.t(`words.todo.${key}.text`, facts), ...(ofRound === undefined ? [] : [ofRound])].join(' · '),
  open: texts.t(`words.todo.${key}.open`),
  due: due === undefined ? '' : texts.t('words.todo.due', { at: due }),
  hasDue: due !== undefined,
  left: due === undefined ? '' : upperFirst(leftWords(texts, due, at)),
  tone: due === undefined ? ('emphasis' as const) : tones[urgencyOf(due, at)],
  verb,
  data: { ...data },
});

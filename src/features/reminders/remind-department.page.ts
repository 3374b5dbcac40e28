import type { z } from 'zod';
import { departmentCard } from '../../../cards/reminders/department.ts';
import { departmentsCard } from '../../../cards/reminders/departments.ts';
import { mayRemind } from '../../domain/policy/sending.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { roundFigures } from '../../model/round/figures.ts';
import { roundName, roundOf } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { type Ask, type Composed, definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Texts } from '../../ports/texts.ts';
import { roundId } from '../../records/round.ts';
import { asideLines, listsLine, reasonWords } from './aside-words.ts';
import { type Target, wasSentToday } from './manual-wave.ts';
import { messages, reachedBy, unfinishedIn } from './reached.ts';
import { remindDepartment } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import type { Reminded } from './unfinished.ts';

const rowsPerCard = 10;

interface Now {
  readonly ask: Ask<z.infer<(typeof remindDepartment)['params']>>;
  readonly clock: RoundClock;
}

/** Whom to remind by hand when it is not everyone: a department, or one of its people; whoever is not reminded, with the reason. */
export const remindDepartmentPage = definePage({
  name: remindDepartment,
  subject: ({ round }) => roundId(round),
  compose: async (ask) => {
    const actor = actorOf(ask.viewer);
    if (actor === undefined || !mayRemind(actor)) return null;
    const clock = await roundClock(ask.turn, await roundOf(ask.turn, ask.params.round), ask.viewer.at);
    const now = { ask, clock };
    return ask.params.department === '' ? allDepartments(now) : oneDepartment(now);
  },
});

const headed = ({ plan, round }: RoundClock) => ({
  round: round.data.round,
  unitName: plan.unit.name,
  roundName: roundName(plan, round),
});

async function allDepartments({ ask: { turn, texts, params, banner }, clock }: Now): Promise<Composed> {
  const { departments } = await roundFigures(turn, clock.round, { at: clock.now });
  const part = slice(departments, params.page, rowsPerCard);
  const view = {
    ...headed(clock),
    rows: part.items.map((department) => ({
      id: department.id,
      name: department.name,
      figure: texts.t('words.reminders.people', { n: unfinishedIn(department) }),
    })),
    ...pagingView(part),
  };
  return { card: departmentsCard(texts, view, banner), summary: texts.t('summaries.reminders.remind') };
}

async function oneDepartment({ ask, clock }: Now): Promise<Composed | null> {
  const { turn, texts, params, banner } = ask;
  const target: Target = { audience: 'department', of: params.department };
  const reached = await reachedBy(turn, clock, target);
  if (reached?.department === undefined) return null;
  const { heads, department } = reached;
  const first = department.people.filter(({ aside }) => aside === undefined);
  const others = department.people.filter(({ aside }) => aside !== undefined);
  const part = slice(await rowsApart(turn, [...first, ...others]), params.page, rowsPerCard);
  const told = await asideLines(turn, texts, { ...reached, aside: [] });
  const isSent = wasSentToday(clock, target);
  const lines = [
    ...(heads.length === 0 ? [] : [await listsLine(turn, texts, heads)]),
    ...told,
    ...(department.isUnled ? [texts.t('words.reminders.unled', { departments: department.name })] : []),
    ...(isSent ? [texts.t('words.reminders.departmentSent')] : []),
  ];
  const view = {
    ...headed(clock),
    department: department.id,
    name: department.name,
    notice: clock.isOver ? texts.t('words.reminders.overNotice') : '',
    isOver: clock.isOver,
    lines,
    rows: part.items.map((row) => rowOf(texts, clock, row)),
    isEmpty: part.total === 0,
    remind: texts.t('words.reminders.confirm.department.button', { n: messages(reached) }),
    canRemind: !clock.isOver && !isSent && messages(reached) > 0,
    formId: turn.newId(),
    ...pagingView(part),
  };
  return { card: departmentCard(texts, view, banner), summary: texts.t('summaries.reminders.remind') };
}

const rowOf = (texts: Texts, clock: RoundClock, { id, name, standing, aside }: Reminded) => ({
  id,
  name,
  detail: aside === undefined ? texts.t(`words.standing.${standing}`) : reasonWords(texts, aside),
  canRemind: !clock.isOver && aside === undefined && !wasSentToday(clock, { audience: 'person', of: id }),
});

import { remindCard } from '../../../cards/reminders/remind.ts';
import { mayRemind } from '../../domain/policy/sending.ts';
import { namesApart } from '../../model/people/names-apart.ts';
import { roundName, roundOf } from '../../model/round/round.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { roundId } from '../../records/round.ts';
import { type AllLists, allLists } from './all-lists.ts';
import { daysLeftWords } from './days-left.ts';
import { unledOf } from './lists.ts';
import {
  everyHead,
  everyone,
  lastReminder,
  type ManualKind,
  nextReminder,
  type Target,
  wasSentToday,
} from './manual-wave.ts';
import { openClocks } from './open-rounds.ts';
import { unfinishedIn } from './reached.ts';
import { remindShow } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import { remindedOfAll, toldOfAll } from './told-of-all.ts';
import { type ReminderOfList, remindersOf } from './unfinished.ts';

const rowsShown = 10;
const unledShown = 10;

/** `đôn đốc`: who would be reminded now, when they last were and will be next. For the office. */
export const remindPage = definePage({
  name: remindShow,
  subject: ({ round }) => roundId(round),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    if (!mayRemind(asActor(person))) return null;
    const round = await roundOf(turn, params.round);
    const clock = await roundClock(turn, round, viewer.at);
    const now = await lookAt(turn, clock);
    const notice = noticeOf(texts, clock, now);
    const others = (await openClocks(turn, viewer.at))
      .filter((other) => other.round.id !== round.id)
      .map((other) => ({
        title: texts.t('words.reminders.otherRound', { name: roundName(other.plan, other.round) }),
        round: other.round.data.round,
      }));
    const view = {
      unitName: clock.plan.unit.name,
      roundName: roundName(clock.plan, round),
      deadline: texts.t('words.at', { at: clock.closesAt }),
      asOf: texts.t('words.at', { at: clock.now }),
      chip: daysLeftWords(texts, clock),
      tone: toneOf(clock),
      sides: clock.isOver ? [] : [staffSide(texts, clock, now), await headSide(turn, texts, clock, now)],
      notice,
      hasNotice: notice !== '',
      canRemindStaff: canRemind(clock, everyone, unfinishedIn(now.figures.total) - now.told),
      canRemindHeads: canRemind(clock, everyHead, now.heads.filter(({ isTold }) => !isTold).length),
      canChoose: !clock.isOver,
      others,
      hasOthers: others.length > 0,
      round: round.data.round,
      formId: turn.newId(),
    };
    return { card: remindCard(texts, view, banner), summary: texts.t('summaries.reminders.remind') };
  },
});

/** What is counted now, and who is read for it. */
interface Now extends AllLists {
  readonly heads: readonly ReminderOfList[];
  /** Of those unfinished: how many were reminded today by hand; where everyone was, that is not asked. */
  readonly told: number;
  /** Where everyone was reminded today by hand, how many. */
  readonly reminded: number | undefined;
}

async function lookAt(turn: Turn, clock: RoundClock): Promise<Now> {
  const all = await allLists(turn, clock);
  const isAsked = !clock.isOver && !wasSentToday(clock, everyone);
  return {
    ...all,
    heads: await remindersOf(turn, clock, all.lists),
    told: isAsked ? (await toldOfAll(turn, clock, all.figures)).length : 0,
    reminded: await remindedOfAll(turn, clock),
  };
}

const canRemind = (clock: RoundClock, target: Target, n: number): boolean =>
  !clock.isOver && n > 0 && !wasSentToday(clock, target);

function toneOf({ isOver, daysLeft }: RoundClock): 'accent' | 'warning' | 'emphasis' {
  if (isOver) return 'emphasis';
  return daysLeft <= 7 ? 'warning' : 'accent';
}

function noticeOf(texts: Texts, clock: RoundClock, { lists }: Now): string {
  if (clock.isOver) return texts.t('words.reminders.overNotice');
  const unled = unledOf(lists);
  if (unled.length === 0) return '';
  const more =
    unled.length > unledShown ? [texts.t('words.reminders.unledMore', { n: unled.length - unledShown })] : [];
  return texts.t('words.reminders.unled', { departments: [...unled.slice(0, unledShown), ...more].join('; ') });
}

function staffSide(texts: Texts, clock: RoundClock, { figures: { total, departments }, told, reminded }: Now) {
  const people = (n: number): string => texts.t('words.reminders.people', { n });
  const rows = departments
    .filter((department) => unfinishedIn(department) > 0)
    .map((department) => ({
      name: department.name,
      detail: '',
      hasDetail: false,
      figure: people(unfinishedIn(department)),
    }));
  const lines = timeLines(texts, clock, 'staff');
  if (reminded !== undefined) lines.push({ line: texts.t('words.reminders.remindedCount', { n: reminded }) });
  else if (told > 0) lines.push({ line: texts.t('words.reminders.toldCount', { n: told }) });
  if (total.quiet > 0) lines.push({ line: texts.t('words.reminders.quietCount', { n: total.quiet }) });
  return {
    audience: 'staff',
    heading: texts.t('words.reminders.audience.staff'),
    figure: people(unfinishedIn(total)),
    ...cut(texts, rows),
    lines,
  };
}

async function headSide(turn: Turn, texts: Texts, clock: RoundClock, { heads }: Now) {
  const shown = heads.slice(0, rowsShown).map(({ to: { id, data } }) => ({ id, name: data.fullName }));
  const names = await namesApart(turn, shown);
  const rows = heads.map(({ department, open }, i) => ({
    name: department.name,
    detail: names[i] ?? '',
    hasDetail: true,
    figure: texts.t('words.reminders.open', { n: open }),
  }));
  const told = heads.filter(({ isTold }) => isTold).length;
  const lines = timeLines(texts, clock, 'head');
  if (told > 0) lines.push({ line: texts.t('words.reminders.toldCount', { n: told }) });
  return {
    audience: 'heads',
    heading: texts.t('words.reminders.audience.heads'),
    figure: texts.t('words.reminders.people', { n: heads.length }),
    ...cut(texts, rows),
    lines,
  };
}

function cut<Row>(texts: Texts, rows: readonly Row[]) {
  const more = rows.length - rowsShown;
  return {
    rows: rows.slice(0, rowsShown),
    more: more > 0 ? texts.t('words.reminders.moreDepartments', { n: more }) : '',
    hasMore: more > 0,
  };
}

function timeLines(texts: Texts, clock: RoundClock, kind: ManualKind): { line: string }[] {
  const last = lastReminder(clock, kind);
  const next = nextReminder(clock, kind);
  return [
    {
      line:
        last === undefined
          ? texts.t('words.reminders.last.never')
          : texts.t(`words.reminders.last.${last.isPart ? 'part' : 'at'}`, { at: last.at }),
    },
    {
      line: texts.t(
        `words.reminders.next.${next === undefined ? 'none' : 'at'}`,
        next === undefined ? {} : { at: next.at },
      ),
    },
  ];
}

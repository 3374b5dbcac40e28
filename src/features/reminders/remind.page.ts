import { remindCard } from '../../../cards/reminders/remind.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import { mayRemind } from '../../domain/policy/sending.ts';
import { namesApart } from '../../model/people/names-apart.ts';
import { roundName, roundOf } from '../../model/round/round.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { roundId } from '../../records/round.ts';
import { daysLeftWords } from './days-left.ts';
import type { HeadDuties } from './head-duties.ts';
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
import { messages, reachedBy } from './reached.ts';
import { remindShow } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import { isUnfinished, type Unfinished, unfinishedIn } from './unfinished.ts';

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
    const unfinished = await unfinishedIn(turn, clock);
    const canRemind = (target: Target): boolean => {
      const reached = reachedBy(unfinished, target);
      return !clock.isOver && reached !== undefined && messages(reached) > 0 && !wasSentToday(clock, target);
    };
    const notice = noticeOf(texts, clock, unfinished);
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
      sides: clock.isOver ? [] : [staffSide(texts, clock, unfinished), await headSide(turn, texts, clock, unfinished)],
      notice,
      hasNotice: notice !== '',
      canRemindStaff: canRemind(everyone),
      canRemindHeads: canRemind(everyHead),
      canChoose: !clock.isOver,
      others,
      hasOthers: others.length > 0,
      round: round.data.round,
      formId: turn.newId(),
    };
    return { card: remindCard(texts, view, banner), summary: texts.t('summaries.reminders.remind') };
  },
});

function toneOf({ isOver, daysLeft }: RoundClock): 'accent' | 'warning' | 'emphasis' {
  if (isOver) return 'emphasis';
  return daysLeft <= 7 ? 'warning' : 'accent';
}

function noticeOf(texts: Texts, clock: RoundClock, { unled }: Unfinished): string {
  if (clock.isOver) return texts.t('words.reminders.overNotice');
  if (unled.length === 0) return '';
  const more =
    unled.length > unledShown ? [texts.t('words.reminders.unledMore', { n: unled.length - unledShown })] : [];
  return texts.t('words.reminders.unled', { departments: [...unled.slice(0, unledShown), ...more].join('; ') });
}

function staffSide(texts: Texts, clock: RoundClock, { departments }: Unfinished) {
  const open = departments.map(({ name, people }) => ({ name, people: people.filter(isUnfinished) }));
  const rows = open
    .filter(({ people }) => people.length > 0)
    .map(({ name, people }) => ({
      name,
      detail: '',
      hasDetail: false,
      figure: texts.t('words.reminders.people', { n: people.length }),
    }));
  const all = open.flatMap(({ people }) => people);
  const told = all.filter(({ aside }) => aside === 'told').length;
  const quiet = departments.flatMap(({ people }) => people).filter(({ aside }) => aside === 'quiet').length;
  const lines = timeLines(texts, clock, 'staff');
  if (told > 0) lines.push({ line: texts.t('words.reminders.toldCount', { n: told }) });
  if (quiet > 0) lines.push({ line: texts.t('words.reminders.quietCount', { n: quiet }) });
  return {
    audience: 'staff',
    heading: texts.t('words.reminders.audience.staff'),
    figure: texts.t('words.reminders.people', { n: all.length }),
    ...cut(texts, rows),
    lines,
  };
}

async function headSide(turn: Turn, texts: Texts, clock: RoundClock, { departments }: Unfinished) {
  const heads = departments.flatMap((department) => department.heads);
  const names = await namesApart(
    turn,
    heads.map(({ head: { id, data } }) => ({ id, name: data.fullName })),
  );
  const rows = heads.map(({ duties }, i) => ({
    name: duties.department.name,
    detail: names[i] ?? '',
    hasDetail: true,
    figure: texts.t('words.reminders.open', { n: openCount(duties) }),
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

const openCount = ({ missing, waiting, collective }: HeadDuties): number =>
  missing.length + waiting.length + (collective !== null && isMissing(collective) ? 1 : 0);

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

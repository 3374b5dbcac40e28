import { remindCard } from '../../../cards/reminders/remind.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import { mayRemind } from '../../domain/policy/sending.ts';
import { formatInstant } from '../../domain/text/format.ts';
import { roundName, roundOf } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { roundId } from '../../records/round.ts';
import { daysLeftWords } from './days-left.ts';
import type { HeadDuties } from './head-duties.ts';
import { lastReminder, manualWaveId, nextReminder, type RemindedAudience } from './manual-wave.ts';
import { openClocks } from './open-rounds.ts';
import { remindShow } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import { type Unfinished, unfinishedIn } from './unfinished.ts';

const rowsShown = 10;
const unledShown = 10;

/** `đôn đốc`: who would be reminded now, when they last were and will be next. For the office. */
export const remindPage = definePage({
  name: remindShow,
  subject: ({ round }) => roundId(round),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    if (!mayRemind({ id: person.id, roles: person.data.roles, departmentId: person.data.departmentId })) return null;
    const round = await roundOf(turn, params.round);
    const clock = await roundClock(turn, round, viewer.at);
    const unfinished = await unfinishedIn(turn, clock);
    const wasSent = (audience: RemindedAudience): boolean =>
      clock.waves.some((wave) => wave.id === manualWaveId(clock, audience));
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
      asOf: formatInstant(clock.now),
      chip: daysLeftWords(texts, clock),
      tone: toneOf(clock),
      sides: clock.isOver ? [] : [staffSide(texts, clock, unfinished), headSide(texts, clock, unfinished)],
      notice,
      hasNotice: notice !== '',
      canRemindStaff: !clock.isOver && unfinished.staffTotal > 0 && !wasSent('staff'),
      canRemindHeads: !clock.isOver && unfinished.heads.length > 0 && !wasSent('heads'),
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
  if (clock.isOver) return texts.t('words.reminders.overNotice', { office: clock.plan.unit.office });
  if (unled.length === 0) return '';
  const more =
    unled.length > unledShown ? [texts.t('words.reminders.unledMore', { n: unled.length - unledShown })] : [];
  return texts.t('words.reminders.unled', { departments: [...unled.slice(0, unledShown), ...more].join('; ') });
}

function staffSide(texts: Texts, clock: RoundClock, { staff, staffTotal, quiet }: Unfinished) {
  const rows = staff.map(({ name, people }) => ({
    name,
    detail: '',
    hasDetail: false,
    figure: texts.t('words.reminders.people', { n: people }),
  }));
  const lines = timeLines(texts, clock, 'staff');
  if (quiet > 0) lines.push({ line: texts.t('words.reminders.quietCount', { n: quiet }) });
  return {
    audience: 'staff',
    heading: texts.t('words.reminders.audience.staff'),
    figure: texts.t('words.reminders.people', { n: staffTotal }),
    ...cut(texts, rows),
    lines,
  };
}

function headSide(texts: Texts, clock: RoundClock, { heads }: Unfinished) {
  const rows = heads.map(({ head, duties }) => ({
    name: duties.department.name,
    detail: head.data.fullName,
    hasDetail: true,
    figure: texts.t('words.reminders.open', { n: openCount(duties) }),
  }));
  return {
    audience: 'heads',
    heading: texts.t('words.reminders.audience.heads'),
    figure: texts.t('words.reminders.people', { n: heads.length }),
    ...cut(texts, rows),
    lines: timeLines(texts, clock, 'heads'),
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

function timeLines(texts: Texts, clock: RoundClock, audience: RemindedAudience): { line: string }[] {
  const last = lastReminder(clock, audience);
  const next = nextReminder(clock, audience);
  return [
    {
      line: texts.t(
        `words.reminders.last.${last === undefined ? 'never' : 'at'}`,
        last === undefined ? {} : { at: last },
      ),
    },
    {
      line: texts.t(
        `words.reminders.next.${next === undefined ? 'none' : 'at'}`,
        next === undefined ? {} : { at: next.at },
      ),
    },
  ];
}

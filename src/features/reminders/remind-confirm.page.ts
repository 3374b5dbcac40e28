import { DateTime } from 'luxon';
import { confirmCard } from '../../../cards/reminders/confirm.ts';
import { isOfficeTime } from '../../domain/calendar/calendar.ts';
import { mayRemind } from '../../domain/policy/sending.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { roundOf } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { asideLines, listsLine } from './aside-words.ts';
import { manualWaves, nextReminder, type Target } from './manual-wave.ts';
import { messages, type Reached, reachedBy } from './reached.ts';
import { remindConfirm } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import { wavesToday } from './todays-waves.ts';

/** Asked before a reminder by hand goes out: how many get it, who is left out and why, and what speaks for waiting. */
export const remindConfirmPage = definePage({
  name: remindConfirm,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayRemind(actor)) return null;
    const { round, audience, of, formId } = params;
    const clock = await roundClock(turn, await roundOf(turn, round), viewer.at);
    const reached = await reachedBy(turn, clock, params);
    if (reached === undefined) return null;
    const n = messages(reached);
    const aside = await asideLines(turn, texts, reached);
    const facts = { n, name: await nameOf(turn, reached, params) };
    const view = {
      unitName: clock.plan.unit.name,
      question: texts.t(`words.reminders.confirm.${n === 0 ? 'nobody' : audience}.question`, facts),
      what: texts.t(`words.reminders.confirm.${n === 0 ? 'nobody' : audience}.what`),
      recipients: audience === 'department' && n > 0 ? await recipients(turn, texts, reached) : [],
      aside,
      hasAside: aside.length > 0,
      warnings: n === 0 ? [] : warnings(texts, clock, params).map((warning) => ({ warning })),
      confirm: texts.t(`words.reminders.confirm.${audience}.button`, facts),
      canConfirm: n > 0,
      round,
      audience,
      of,
      department: reached.department?.id ?? '',
      isPart: reached.department !== undefined,
      formId,
    };
    return { card: confirmCard(texts, view, banner), summary: texts.t('summaries.reminders.remind') };
  },
});

/** Of two in the department who share a name, the one who is meant is told apart. */
async function nameOf(turn: Turn, { department }: Reached, { audience, of }: Target): Promise<string> {
  if (department === undefined) return '';
  if (audience === 'department') return department.name;
  return (await rowsApart(turn, department.people)).find(({ id }) => id === of)?.name ?? '';
}

const recipients = async (turn: Turn, texts: Texts, { staff, heads }: Reached): Promise<string[]> => [
  ...(staff === 0 ? [] : [texts.t('words.reminders.confirm.toStaff', { n: staff })]),
  ...(heads.length === 0 ? [] : [await listsLine(turn, texts, heads)]),
];

function warnings(texts: Texts, clock: RoundClock, target: Target): string[] {
  const found: string[] = [];
  const { from, to } = clock.plan.calendar.officeHours;
  if (!isOfficeTime(clock.now, clock.plan)) {
    found.push(texts.t('words.reminders.confirm.outsideHours', { from, to, at: clock.now }));
  }
  const kinds = manualWaves(clock, target).map(({ kind }) => kind);
  const last = wavesToday(clock, ...kinds).at(-1);
  if (last !== undefined) {
    const at = DateTime.fromISO(last.data.at, { zone: clock.plan.zone });
    found.push(texts.t('words.reminders.confirm.alreadyToday', { at }));
  }
  const next = kinds.map((kind) => nextReminder(clock, kind)).find((wave) => wave?.on === clock.today);
  if (next !== undefined) found.push(texts.t('words.reminders.confirm.laterToday', { at: next.at }));
  return found;
}

import { isOfficeTime } from '../../domain/calendar/calendar.ts';
import { mayRemind } from '../../domain/policy/sending.ts';
import { roundOf } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { remindConfirmScreen } from '../../screens/reminders/reminder-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import { lastReminder, nextReminder, type RemindedAudience } from './manual-wave.ts';
import { remindConfirm } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import { unfinishedIn } from './unfinished.ts';

/** Asked before everyone unfinished is reminded by hand: how many, and what speaks for waiting. */
export const remindConfirmPage = definePage({
  name: remindConfirm,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    if (!mayRemind({ id: person.id, roles: person.data.roles, departmentId: person.data.departmentId })) return null;
    const { audience } = params;
    const clock = await roundClock(turn, await roundOf(turn, params.round), viewer.at);
    const { staffTotal, heads } = await unfinishedIn(turn, clock);
    const n = audience === 'staff' ? staffTotal : heads.length;
    const view = {
      unitName: clock.plan.unit.name,
      question: texts.t(`words.reminders.confirm.${audience}.question`, { n }),
      what: texts.t(`words.reminders.confirm.${audience}.what`),
      warnings: warnings(texts, clock, audience).map((warning) => ({ warning })),
      confirm: texts.t(`words.reminders.confirm.${audience}.button`, { n }),
      ...params,
    };
    return { card: remindConfirmScreen(texts, view, banner), summary: texts.t('summaries.reminders.remind') };
  },
});

function warnings(texts: Texts, clock: RoundClock, audience: RemindedAudience): string[] {
  const found: string[] = [];
  const { from, to } = clock.plan.calendar.officeHours;
  if (!isOfficeTime(clock.now, clock.plan)) {
    found.push(texts.t('words.reminders.confirm.outsideHours', { from, to, at: clock.now }));
  }
  const last = lastReminder(clock, audience);
  if (last?.hasSame(clock.now, 'day')) found.push(texts.t('words.reminders.confirm.alreadyToday', { at: last }));
  const next = nextReminder(clock, audience);
  if (next?.on === clock.today) found.push(texts.t('words.reminders.confirm.laterToday', { at: next.at }));
  return found;
}

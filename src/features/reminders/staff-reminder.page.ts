import { z } from 'zod';
import { formatDate, formatInstant, hourAndMinute } from '../../domain/format.ts';
import { isOwed } from '../../domain/is-owed.ts';
import { presenceOn } from '../../domain/presence.ts';
import { isMissing } from '../../domain/standing.ts';
import { staffReminderScreen } from '../../screens/reminders/reminder-screens.ts';
import { loadDossier } from '../dossier.ts';
import { definePage } from '../page.ts';
import { roundOf } from '../round.ts';
import { daysLeftWords } from './days-left.ts';
import { missingItems } from './missing-items.ts';
import { roundClock } from './round-clock.ts';
import { standingFrom } from './standing-in.ts';

/** One person's reminder, decided again as it is sent: nothing for whoever has finished, declined or gone quiet since, nor on another day. */
export const staffReminderPage = definePage({
  page: 'reminders.staff',
  params: z.strictObject({ round: z.string(), day: z.string(), last: z.enum(['yes', 'no']) }),
  compose: async ({ deps, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    const clock = await roundClock(deps, await roundOf(deps, params.round), viewer.at);
    if (clock.isOver || clock.today !== params.day) return null;
    const dossier = await loadDossier(deps, params.round, person.id);
    const standing = standingFrom({
      assessment: dossier.assessment?.data,
      nomination: dossier.nomination?.data,
      presence: presenceOn(person.data, params.day),
    });
    const wave = { kind: 'staff', roundId: params.round, on: params.day } as const;
    if (
      !isOwed(wave, person.data, { finished: !isMissing(standing), declined: standing === 'declined', changed: false })
    )
      return null;
    const files = dossier.evidence.length;
    const isLast = params.last === 'yes';
    const view = {
      unitName: clock.plan.unit.name,
      fullName: person.data.fullName,
      ...hourAndMinute(clock.closesAt),
      weekday: texts.t(`words.campaign.weekday.${clock.closesAt.weekday}`),
      lastDay: formatDate(clock.closesAt),
      office: clock.plan.unit.office,
      asOf: formatInstant(clock.now),
      chip: daysLeftWords(texts, clock),
      isLast,
      isNotLast: !isLast,
      items: missingItems(texts, dossier).map((item) => ({ item })),
      evidence: texts.t(`words.reminders.evidence.${files === 0 ? 'none' : 'some'}`, { n: files }),
      canSend: standing === 'toSend' || standing === 'returned',
      canDecline: standing !== 'returned',
      round: params.round,
      candidate: person.id,
    };
    const summary = texts.t(`summaries.reminders.${isLast ? 'staffLast' : 'staff'}`, { lastDay: view.lastDay });
    return { card: staffReminderScreen(texts, view, banner), summary };
  },
});

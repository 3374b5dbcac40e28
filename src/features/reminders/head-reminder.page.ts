import { z } from 'zod';
import { formatDate, formatInstant } from '../../domain/format.ts';
import { hasRole } from '../../domain/roles.ts';
import { isMissing } from '../../domain/standing.ts';
import { headReminderScreen } from '../../screens/reminders/reminder-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import { definePage } from '../page.ts';
import type { PersonProgress } from '../progress.ts';
import { roundOf } from '../round.ts';
import { daysLeftWords } from './days-left.ts';
import { headDuties } from './head-duties.ts';
import { roundClock } from './round-clock.ts';

const namesShown = 15;

const lacking = (texts: Texts, { standing, completed, asked }: PersonProgress): string =>
  texts.t(`words.reminders.standing.${standing}`, { completed, asked });

/** The head's missing list, drawn as it is sent: nothing once nothing is missing, nor on another day. */
export const headReminderPage = definePage({
  page: 'reminders.head',
  params: z.strictObject({ round: z.string(), day: z.string(), last: z.enum(['yes', 'no']) }),
  compose: async ({ deps, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined || !hasRole(person.data, 'head')) return null;
    const clock = await roundClock(deps, await roundOf(deps, params.round), viewer.at);
    if (clock.isOver || clock.today !== params.day) return null;
    const duties = await headDuties(deps, clock, { head: person });
    if (duties === undefined || duties.isDone) return null;
    const { department, missing, collective, waiting } = duties;
    const more = missing.length - namesShown;
    const view = {
      unitName: clock.plan.unit.name,
      departmentName: department.name,
      asOf: formatInstant(clock.now),
      chip: daysLeftWords(texts, clock),
      isLast: params.last === 'yes',
      lastDay: formatDate(clock.closesAt),
      sent: department.sent,
      asks: department.asks,
      finished: department.finished,
      people: department.people,
      declines: String(department.declines),
      onLeave: String(department.onLeave),
      waiting: String(waiting),
      hasWaiting: waiting > 0,
      collective: collective === null ? '' : texts.t(`words.reminders.collective.${collective}`),
      hasCollective: collective !== null,
      collectiveOpen: collective !== null && isMissing(collective),
      hasMissing: missing.length > 0,
      missingCount: missing.length,
      missing: missing.slice(0, namesShown).map((row) => ({ name: row.name, what: lacking(texts, row) })),
      more: more > 0 ? texts.t('words.reminders.morePeople', { n: more }) : '',
      hasMore: more > 0,
    };
    const summary = texts.t('summaries.reminders.head', { n: missing.length, waiting });
    return { card: headReminderScreen(texts, view, banner), summary };
  },
});

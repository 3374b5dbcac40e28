import { staffCard } from '../../../cards/reminders/staff.ts';
import { isOwed } from '../../domain/calendar/is-owed.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { formatDate } from '../../domain/text/format.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { addressing } from '../../model/people/addressee.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { roundName } from '../../model/round/round.ts';
import { standingFrom } from '../../model/round/standing.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { daysLeftWords } from './days-left.ts';
import { isLastCall } from './last-call.ts';
import { missingItems } from './missing-items.ts';
import { openClocks } from './open-rounds.ts';
import { remindersStaff } from './refs.ts';
import type { RoundClock } from './round-clock.ts';

/**
 * One person's reminder of every round open now, decided again as it is sent: nothing for whoever has finished, declined or gone quiet
 * since, nor on another day.
 */
export const staffReminderPage = definePage({
  name: remindersStaff,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    const clocks = (await openClocks(turn, viewer.at)).filter(({ today }) => today === params.day);
    const open: { clock: RoundClock; section: Section }[] = [];
    for (const clock of clocks) {
      const section = await sectionOf(turn, texts, { clock, person, isOneOfMany: clocks.length > 1 });
      if (section !== undefined) open.push({ clock, section });
    }
    const [first] = open;
    if (first === undefined) return null;
    const soonest = open.reduce((a, b) => (b.clock.closesAt < a.clock.closesAt ? b : a)).clock;
    const isLast = open.some(({ section }) => section.isLast);
    const view = {
      unitName: soonest.plan.unit.name,
      ...addressing(turn, texts, person.data),
      ...deadlineFacts(texts, soonest),
      asOf: texts.t('words.at', { at: soonest.now }),
      chip: daysLeftWords(texts, soonest),
      isLast,
      rounds: open.map(({ section }) => section),
    };
    const summary = texts.t(`summaries.reminders.${isLast ? 'staffLast' : 'staff'}`, { lastDay: view.lastDay });
    return { card: staffCard(texts, view, banner), summary };
  },
});

const deadlineFacts = (texts: Texts, { closesAt }: RoundClock) => ({
  closes: deadlineLine(texts, closesAt),
  lastDay: formatDate(closesAt),
});

interface Of {
  readonly clock: RoundClock;
  readonly person: Loaded<Person>;
  readonly isOneOfMany: boolean;
}
type Section = NonNullable<Awaited<ReturnType<typeof sectionOf>>>;

async function sectionOf(turn: Turn, texts: Texts, { clock, person, isOneOfMany }: Of) {
  const round = clock.round.data.round;
  const dossier = await loadDossier(turn, round, person.id);
  const standing = standingFrom({
    criteria: dossier.criteria,
    assessment: dossier.assessment?.data,
    nomination: dossier.nomination?.data,
    presence: presenceOn(person.data, clock.today),
  });
  const wave = { kind: 'staff', roundId: round, on: clock.today } as const;
  const progress = { finished: !isMissing(standing), declined: standing === 'declined', since: 'first' } as const;
  if (!isOwed(wave, person.data, progress)) return undefined;
  const files = dossier.evidence.length;
  const isLast = isLastCall(clock);
  return {
    name: isOneOfMany ? roundName(clock.plan, clock.round) : '',
    hasName: isOneOfMany,
    deadline: texts.t(`words.reminders.deadline.${isLast ? 'last' : 'before'}`, deadlineFacts(texts, clock)),
    items: missingItems(texts, dossier).map((item) => ({ item })),
    evidence: texts.t(`words.reminders.evidence.${files === 0 ? 'none' : 'some'}`, { n: files }),
    isLast,
    canSend: standing === 'toSend' || standing === 'returned',
    canDecline: standing !== 'returned',
    offersDecline: standing !== 'returned' && !isLast,
    canStop: !isLast,
    round,
    candidate: person.id,
  };
}

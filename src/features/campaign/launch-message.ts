import type { DateTime } from 'luxon';
import { planNumber } from '../../domain/plan/launch.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type PlannedRound, plannedRounds } from '../../domain/plan/rounds.ts';
import type { Roles } from '../../domain/policy/actor.ts';
import { isHead, leadsUnit } from '../../domain/policy/posts.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { Addressing } from '../../model/people/addressee.ts';
import type { Texts } from '../../ports/texts.ts';

/** Who is written to: the leaders, heads of department with their duties, everyone else. */
export type Addressee = 'leader' | 'head' | 'staff';

export function addresseeKind(person: { readonly roles: Roles }): Addressee {
  if (leadsUnit(person)) return 'leader';
  return isHead(person) ? 'head' : 'staff';
}

export interface LaunchMessage {
  readonly greeting: string;
  readonly intro: string;
  readonly ask: string;
  readonly duties: { readonly mark: string; readonly text: string }[];
}

export interface LaunchFacts {
  readonly plan: Plan;
  readonly number: string;
  /** `yyyy-MM-dd` */
  readonly issuedOn: string;
  readonly at: DateTime;
  readonly to: { readonly kind: Addressee; readonly title: string; readonly words: Addressing };
}

/** The launch in words: the plan, this year's rounds, what is asked of whom. */
export function launchMessage(texts: Texts, { plan, number, issuedOn, at, to }: LaunchFacts): LaunchMessage {
  const t = (key: string, facts = {}): string => texts.t(`words.campaign.launch.${key}`, facts);
  const rounds = roundsAhead(plan, at);
  const first = rounds[0];
  const facts = {
    ...to.words,
    title: to.title,
    number: planNumber(plan, number),
    date: formatIsoDate(issuedOn),
    movement: lowerFirst(plan.title),
    unit: plan.unit.shortName,
    rounds: rounds.map(({ name }) => lowerFirst(name)).join(', '),
    by: first === undefined ? '' : texts.t('words.at', { at: first.deadline }),
  };
  const inRound = first === undefined ? 'Later' : '';
  return {
    greeting: texts.t('words.campaign.greeting', { addressee: to.words.addressee }),
    intro: t(`intro${inRound}`, facts),
    ask: t(`${to.kind}Ask${inRound}`, facts),
    duties:
      to.kind === 'head' && first !== undefined
        ? headDuties(plan, first, (key, more) => t(key, { ...facts, ...more }))
        : [],
  };
}

/** The rounds of the nearest year whose deadline is still to come; none after the last one. */
function roundsAhead(plan: Plan, at: DateTime): PlannedRound[] {
  const ahead = plannedRounds(plan).filter((round) => at <= round.deadline);
  return ahead.filter(({ year }) => year === ahead[0]?.year);
}

/** What the plan asks of heads, in order; the day of the meeting is said only when the unit has set one. */
function headDuties(
  plan: Plan,
  round: PlannedRound,
  t: (key: string, facts?: Record<string, string>) => string,
): LaunchMessage['duties'] {
  const meeting = round.milestones.find(({ id }) => id === 'departmentMeeting')?.on;
  const lines = [
    t('dutyTell'),
    ...(plan.settings.departmentMeeting === 'off'
      ? []
      : [meeting ? t('dutyMeetBy', { by: formatIsoDate(meeting) }) : t('dutyMeet')]),
    t('dutyConfirm'),
    t('dutySend'),
  ];
  return lines.map((text, i) => ({ mark: `(${i + 1})`, text }));
}

/** A name of the plan in the middle of a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

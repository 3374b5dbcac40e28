import { planNumber } from '../../domain/plan/launch.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Roles } from '../../domain/policy/actor.ts';
import { isHead, leadsUnit } from '../../domain/policy/posts.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import type { Addressing } from '../../model/people/addressee.ts';
import type { Texts } from '../../ports/texts.ts';
import type { ToldRound, ToldRounds } from './told-rounds.ts';

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
  readonly told: ToldRounds;
  readonly to: {
    readonly kind: Addressee;
    readonly title: string;
    readonly words: Addressing;
    /** Of a round that is open, nothing is asked of them. */
    readonly isOnLeave: boolean;
  };
}

/** The launch in words: the plan, this year's rounds or those that are open, what is asked of whom. */
export function launchMessage(texts: Texts, { plan, number, issuedOn, told, to }: LaunchFacts): LaunchMessage {
  const t = (key: string, facts = {}): string => texts.t(`words.campaign.launch.${key}`, facts);
  const { rounds, areOpen } = told;
  const [first] = rounds;
  const facts = {
    ...to.words,
    title: to.title,
    number: planNumber(plan, number),
    date: formatIsoDate(issuedOn),
    movement: lowerFirst(plan.title),
    unit: plan.unit.shortName,
    rounds: rounds.map(({ name }) => lowerFirst(name)).join(', '),
    by: first === undefined ? '' : texts.t('words.at', { at: first.closes }),
  };
  const when = first === undefined ? 'Later' : areOpen ? 'Open' : '';
  const who = areOpen && to.isOnLeave ? 'onLeave' : to.kind;
  return {
    greeting: texts.t('words.campaign.greeting', { addressee: to.words.addressee }),
    intro: t(`intro${when}`, facts),
    ask: t(`${who}Ask${when}`, facts),
    duties:
      who === 'head' && first !== undefined
        ? headDuties(plan, first, (key, more) => t(key, { ...facts, ...more }))
        : [],
  };
}

/** What the plan asks of heads, in order; the day of the meeting is said only when the unit has set one. */
function headDuties(
  plan: Plan,
  { meeting }: ToldRound,
  t: (key: string, facts?: Record<string, string>) => string,
): LaunchMessage['duties'] {
  const lines = [
    t('dutyTell'),
    ...(plan.settings.departmentMeeting === 'off'
      ? []
      : [meeting === null ? t('dutyMeet') : t('dutyMeetBy', { by: formatIsoDate(meeting) })]),
    t('dutyConfirm'),
    t('dutySend'),
  ];
  return lines.map((text, i) => ({ mark: `(${i + 1})`, text }));
}

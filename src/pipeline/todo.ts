import { DateTime } from 'luxon';
import { graceCountsFrom, graceEndsBy } from '../domain/calendar/closing.ts';
import type { Facts } from '../domain/errors.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Actor } from '../domain/policy/actor.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Round } from '../records/round.ts';
import type { Turn } from './turn.ts';

/** One thing to do, and the verb that opens the place to do it. */
export interface TodoItem {
  /** The sentence is `words.todo.<key>`. */
  readonly key: string;
  readonly facts: Facts;
  /** In the plan's zone; undefined when no date is set. */
  readonly due: DateTime | undefined;
  /** Before everything else, whatever is overdue. */
  readonly isFirst?: true;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The round in which the work is, with its rules and its last instant. */
export interface TodoRound {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly closes: DateTime;
  readonly isOpen: boolean;
}

/** Whose list, and when. */
export interface TodoOf {
  readonly turn: Turn;
  readonly me: Loaded<Person>;
  readonly actor: Actor;
  readonly at: DateTime;
}

/** What a capability has waiting for a person; computed from the records, never kept. */
export interface TodoSource {
  /** Of two things that are equally urgent the one of the lower order stands first: what others wait for before what is only one's own. */
  readonly order: number;
  /** Asked for each round that has something under way. */
  readonly inRound?: (whose: TodoOf, round: TodoRound) => Promise<readonly TodoItem[]>;
  /** Whatever the round. */
  readonly always?: (whose: TodoOf) => Promise<readonly TodoItem[]>;
}

/** A dossier that was not sent stays on lists as long as more time for everyone could still be given; later there is nothing to do. */
export const isWorthAsking = ({ round, plan }: TodoRound, at: DateTime): boolean =>
  at <=
  graceEndsBy(
    graceCountsFrom(
      DateTime.fromISO(round.data.deadline, { zone: plan.zone }),
      DateTime.fromISO(round.data.opened.at, { zone: plan.zone }),
    ),
  );

interface Opening {
  readonly verb: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly facts?: Facts;
  readonly due?: DateTime | undefined;
}

export const item = (key: string, { verb, data, facts, due }: Opening): TodoItem => ({
  key,
  facts: facts ?? {},
  due,
  verb,
  data: data ?? {},
});

/** So many of something wait, and one button opens them; nothing when there are none. */
export const counted = (key: string, n: number, opening: Omit<Opening, 'facts'>): TodoItem[] =>
  n === 0 ? [] : [item(key, { ...opening, facts: { n } })];

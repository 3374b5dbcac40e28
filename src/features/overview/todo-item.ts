import { DateTime } from 'luxon';
import { graceEndsBy } from '../../domain/calendar/closing.ts';
import type { Facts } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/roles.ts';
import type { Deps } from '../../pipeline/context.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

/** One thing to do, and the verb that opens the place to do it. */
export interface TodoItem {
  /** The sentence is `words.todo.<key>`. */
  readonly key: string;
  readonly facts: Facts;
  /** In the plan's zone; undefined when no date is set. */
  readonly due: DateTime | undefined;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Whose list, and when. */
export interface TodoOf {
  readonly deps: Deps;
  readonly me: Loaded<Person>;
  readonly actor: Actor;
  readonly at: DateTime;
}

/** The round in which the work is, with its rules and its last instant. */
export interface TodoRound {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly closes: DateTime;
  readonly isOpen: boolean;
}

/** A dossier that was not sent stays on lists as long as more time for everyone could still be given; later there is nothing to do. */
export const isWorthAsking = ({ round, plan }: TodoRound, at: DateTime): boolean =>
  at <= graceEndsBy(DateTime.fromISO(round.data.deadline, { zone: plan.zone }));

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

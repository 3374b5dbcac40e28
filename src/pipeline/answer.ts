import { CodedError, type Facts } from '../domain/errors.ts';
import type { Typed } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';

/** What was done, as a sentence above the page: the key of a text under `banners`. */
export interface Remark {
  readonly tone: 'good' | 'warning' | 'attention' | 'accent';
  readonly key: string;
  readonly facts?: Facts;
}

/** What a command answers with: the page to show now, composed after the commit. */
export interface Answer {
  readonly show: PageRef;
  readonly remark?: Remark;
  /** What the person typed, put into the form that is shown. */
  readonly typed?: Typed;
}

export const show = (page: PageRef, remark?: Remark): Answer => ({
  show: page,
  ...(remark === undefined ? {} : { remark }),
});

export const good = (key: string, facts: Facts = {}): Remark => ({ tone: 'good', key, facts });

/**
 * A refusal that leads back to a page: the form with what was typed, or the record as it stands now.
 * The sentence is `errors.<code>`; nothing was changed.
 */
export class Refusal extends CodedError {
  readonly show: PageRef;
  readonly typed: Typed | undefined;
  /** What else is wrong with the form: said at once, not one click later. */
  readonly also: readonly Problem[];
  constructor(code: string, back: Back & { facts?: Facts; also?: readonly Problem[] }) {
    super(code, back.facts);
    this.name = 'Refusal';
    this.show = back.show;
    this.typed = back.typed;
    this.also = back.also ?? [];
  }
}

interface Back {
  readonly show: PageRef;
  readonly typed?: Typed;
}

/** One thing that is wrong with a form: the sentence is `errors.<code>`. */
export interface Problem {
  readonly code: string;
  readonly facts: Facts;
}

/** What is wrong with a form, at least one thing. */
export type Problems = readonly [Problem, ...Problem[]];
/** Whether a list of problems has any. */
export const isAny = (problems: readonly Problem[]): problems is Problems => problems.length > 0;

/** All that is wrong with a form, in the order of its fields. */
export function refusalOf([first, ...also]: Problems, back: Back): Refusal {
  return new Refusal(first.code, { ...back, facts: first.facts, also });
}

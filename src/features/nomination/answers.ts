import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { answerState } from '../../domain/dossier/criteria.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Criterion } from '../../domain/plan/plan.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { Refusal, type Remark } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import type { Typed } from '../../ports/pages.ts';
import type { PageRef } from '../../records/message.ts';
import { allowedRatings } from './criterion.ts';
import type { StoredAnswer } from './write-assessment.ts';

export const maxWords = 4_000;
export const maxReason = 1_000;

type Said = Pick<StoredAnswer, 'rating' | 'words' | 'reason'>;

/** An answer as a card sends it. */
export interface TypedAnswer extends Said {
  readonly criterion: Criterion;
  /** What the card showed, as `baseOf` wrote it; older cards carry the time alone. */
  readonly base: string;
}

/** The form that a refusal leads back to, with everything typed into it. */
export interface Form {
  readonly show: PageRef;
  readonly typed: Typed;
  /** Letters that its card has room for; the sender's own card still holds more. */
  readonly room: number;
}

const digestOf = ({ rating, words, reason }: Said): string =>
  createHash('sha256')
    .update(JSON.stringify([rating, words, reason]))
    .digest('hex')
    .slice(0, 8);
const nothing: Said = { rating: null, words: '', reason: '' };

/** What a card shows of an answer: when it was saved, and what it was, so that an input nobody touched is known. */
export const baseOf = (stored: StoredAnswer | undefined): string =>
  stored === undefined ? '' : `${stored.at} ${digestOf(stored)}`;
const shownAt = (base: string): string => base.split(' ')[0] ?? '';

/** Whether the card still shows what is stored. */
export const isCurrent = (base: string, stored: StoredAnswer | undefined): boolean =>
  shownAt(base) === (stored?.at ?? '');

const storedOf = (dossier: Dossier, { id }: Criterion): StoredAnswer | undefined =>
  dossier.assessment?.data.answers[id];

export const isUntouched = (typed: TypedAnswer): boolean =>
  digestOf(typed) === (typed.base === '' ? digestOf(nothing) : typed.base.split(' ')[1]);

/** What was typed into the card and is not stored yet, or is stored otherwise. */
export const changedAnswers = (dossier: Dossier, typed: readonly TypedAnswer[]): TypedAnswer[] =>
  typed.filter((t) => !isUntouched(t) && digestOf(t) !== digestOf(storedOf(dossier, t.criterion) ?? nothing));

/** The first that was saved elsewhere since the card showed it. */
export const firstOutdated = (dossier: Dossier, changed: readonly TypedAnswer[]): StoredAnswer | undefined =>
  changed
    .map((t) => ({ t, stored: storedOf(dossier, t.criterion) }))
    .find(({ t, stored }) => !isCurrent(t.base, stored))?.stored;

/** @throws Refusal RATING_NOT_ALLOWED, TEXT_TOO_LONG back to the form; CodedError when it would not fit a card */
export function requireKeepable(dossier: Dossier, typed: readonly TypedAnswer[], form: Form): void {
  const isAllowed = ({ rating, criterion }: TypedAnswer): boolean =>
    rating === null || allowedRatings(dossier.plan, criterion).includes(rating);
  if (!typed.every(isAllowed)) throw new Refusal('RATING_NOT_ALLOWED', form);
  const texts = typed.flatMap(({ words, reason }) => [
    { max: maxWords, count: [...words].length },
    { max: maxReason, count: [...reason].length },
  ]);
  const over = texts.find(({ count, max }) => count > max);
  if (over === undefined) return;
  const letters = typed.reduce((sum, { words, reason }) => sum + words.length + reason.length, 0);
  if (letters > form.room) throw new CodedError('TEXT_TOO_LONG', over);
  throw new Refusal('TEXT_TOO_LONG', { facts: over, ...form });
}

/** By criterion, as they are stored. */
export const answersFrom = (
  ctx: Ctx,
  dossier: Dossier,
  changed: readonly TypedAnswer[],
): Record<string, StoredAnswer> =>
  Object.fromEntries(
    changed.map(({ criterion, rating, words, reason }) => [
      criterion.id,
      { rating, words, reason, at: after(storedOf(dossier, criterion), ctx.at), by: ctx.me.id },
    ]),
  );

/** Strictly later than the answer before it, also when a clock is behind: `at` is what tells two versions apart. */
function after(stored: StoredAnswer | undefined, at: DateTime): string {
  const now = stamp(at);
  return stored === undefined || stored.at < now ? now : stamp(DateTime.fromISO(stored.at).plus({ milliseconds: 1 }));
}

/** What was saved of one criterion, and what it still lacks: half done is a warning. */
export function savedRemark(criterion: string, answer: StoredAnswer | undefined): Remark {
  const state = answerState(answer);
  return { tone: state === 'complete' ? 'good' : 'warning', key: `assess.saved.${state}`, facts: { criterion } };
}

import type { SentBackView } from '../../../cards/review/dossier.ts';
import { wasReopened } from '../../domain/dossier/nomination.ts';
import { actedBy } from '../../model/people/acted-by.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Reviewed } from './reviewed.ts';
import { momentOf } from './viewing.ts';

/**
 * That a dossier was sent back and why, and once it is sent again what is new. Null for one that was not; one opened again after its deadline
 * says why where it says that it is late.
 */
export async function sentBackWords(turn: Turn, texts: Texts, dossier: Reviewed): Promise<SentBackView | null> {
  const { returned, submitted, late } = dossier.nomination.data;
  if (returned === null || wasReopened({ returned, late })) return null;
  const isSentAgain = submitted !== null && submitted.at > returned.at;
  return {
    heading: texts.t('words.review.sentBack', {
      by: await actedBy(turn, texts, returned),
      at: momentOf(texts, returned.at, dossier.plan.zone),
    }),
    reason: returned.reason,
    since: isSentAgain ? sinceWords(texts, dossier, writtenSince(dossier, returned.at)) : '',
  };
}

function writtenSince({ assessment, evidence }: Reviewed, since: string): Set<string> {
  const answers = Object.entries(assessment?.data.answers ?? {});
  return new Set([
    ...answers.flatMap(([criterion, { at }]) => (at > since ? criterion : [])),
    ...evidence.flatMap(({ data }) => (data.added.at > since ? data.criterion : [])),
  ]);
}

function sinceWords(texts: Texts, { criteria }: Reviewed, changed: ReadonlySet<string>): string {
  const loose = changed.has('') ? [texts.t('words.review.looseEvidence')] : [];
  const found = [...criteria.flatMap(({ id }) => (changed.has(id) ? id : [])), ...loose];
  return found.length === 0
    ? texts.t('words.review.unchanged')
    : texts.t('words.review.changed', { criteria: found.join(', ') });
}

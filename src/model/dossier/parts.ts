import type { DossierPartView } from '../../../cards/dossier-part.ts';
import type { Criterion } from '../../domain/plan/plan.ts';
import { beginningOf } from '../../domain/text/beginning-of.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Assessment } from '../../records/assessment.ts';
import type { ReadDossier } from './as-read-by.ts';
import type { Dossier } from './dossier.ts';

type Answer = Assessment['answers'][string];

const excerptLength = 240;
/** Of a file or link: the whole name stands where it is opened. */
const nameLength = 100;
const tones = { met: 'good', notMet: 'warning', notArisen: 'accent', unrated: 'emphasis', unsent: 'emphasis' } as const;

/** What a dossier says, criterion by criterion in the plan's order, with the evidence given for each, as far as the reader may read it. */
export const dossierParts = (texts: Texts, dossier: ReadDossier): DossierPartView[] =>
  dossier.criteria.map((criterion) => dossierPart(texts, dossier, criterion));

/** One criterion of `dossierParts`. */
export function dossierPart(texts: Texts, dossier: ReadDossier, criterion: Criterion): DossierPartView {
  const answer: Answer | undefined = dossier.assessment?.data.answers[criterion.id];
  const { withheld } = dossier;
  const rating = answer?.rating ?? (withheld.answers.has(criterion.id) ? 'unsent' : 'unrated');
  const words = answer?.words ?? '';
  const reason = rating === 'notArisen' ? (answer?.reason ?? '') : '';
  const said = rating === 'notArisen' ? reason : words;
  const excerpt = beginningOf(said, excerptLength);
  const evidence = evidenceOf(dossier, criterion.id);
  return {
    criterion: criterion.id,
    name: criterion.name,
    text: criterion.text,
    rating: texts.t(`words.rating.${rating}`),
    tone: tones[rating],
    words,
    excerpt,
    hasExcerpt: said !== '',
    isCut: excerpt !== said,
    hasWords: words !== '',
    reason,
    hasReason: reason !== '',
    evidence,
    evidenceCount: evidenceWords(texts, evidence.length, withheld.evidence.has(criterion.id)),
    hasEvidence: evidence.length > 0,
  };
}

/** "2 minh chứng"; where something is not shown, that it is there. */
export function evidenceWords(texts: Texts, n: number, isWithheld: boolean): string {
  const shown = n === 0 ? [] : [texts.t('words.evidenceCount', { n })];
  const unsent = isWithheld ? [texts.t('words.notSentYet')] : [];
  return [...shown, ...unsent].join('. ') || texts.t('words.noEvidence');
}

/** @param criterion empty: what was sent without saying which criterion it proves */
export function evidenceOf(dossier: Dossier, criterion: string): DossierPartView['evidence'] {
  return dossier.evidence
    .filter((e) => e.data.criterion === criterion)
    .map((e) => ({ id: e.id, name: beginningOf(e.data.name, nameLength), kind: e.data.kind }));
}

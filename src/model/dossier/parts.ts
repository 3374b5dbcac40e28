import type { Criterion } from '../../domain/plan/plan.ts';
import type { Assessment } from '../../records/assessment.ts';
import type { DossierPartView } from '../../screens/dossier-part-view.ts';
import type { Texts } from '../../screens/texts.ts';
import type { Dossier } from './dossier.ts';

type Answer = Assessment['answers'][string];

const excerptLength = 240;
const tones = { met: 'good', notMet: 'warning', notArisen: 'accent', unrated: 'emphasis' } as const;

/** What a dossier says, criterion by criterion in the plan's order, with the evidence given for each; for whoever may see the dossier. */
export const dossierParts = (texts: Texts, dossier: Dossier): DossierPartView[] =>
  dossier.criteria.map((criterion) => dossierPart(texts, dossier, criterion));

/** One criterion of `dossierParts`. */
export function dossierPart(texts: Texts, dossier: Dossier, criterion: Criterion): DossierPartView {
  const answer: Answer | undefined = dossier.assessment?.data.answers[criterion.id];
  const rating = answer?.rating ?? 'unrated';
  const words = answer?.words ?? '';
  const reason = rating === 'notArisen' ? (answer?.reason ?? '') : '';
  const said = rating === 'notArisen' ? reason : words;
  const excerpt = excerptOf(said);
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
    evidenceCount:
      evidence.length === 0 ? texts.t('words.noEvidence') : texts.t('words.evidenceCount', { n: evidence.length }),
    hasEvidence: evidence.length > 0,
  };
}

/** @param criterion empty: what was sent without saying which criterion it proves */
export function evidenceOf(dossier: Dossier, criterion: string): DossierPartView['evidence'] {
  return dossier.evidence
    .filter((e) => e.data.criterion === criterion)
    .map((e) => ({ id: e.id, name: e.data.name, kind: e.data.kind }));
}

/** Counts code points and ends at a word, so that no letter is halved. */
function excerptOf(text: string): string {
  const letters = [...text];
  if (letters.length <= excerptLength) return text;
  const cut = letters.slice(0, excerptLength).join('');
  const end = cut.search(/\s\S*$/);
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

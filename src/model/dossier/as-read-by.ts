import type { Actor } from '../../domain/policy/actor.ts';
import { mayRead } from '../../domain/policy/dossier.ts';
import type { Dossier } from './dossier.ts';

/** Of which criteria the reader is not shown the answer, or all of the evidence; the empty one stands for evidence without a criterion. */
export interface Withheld {
  readonly withheld: { readonly answers: ReadonlySet<string>; readonly evidence: ReadonlySet<string> };
}
/** A dossier as one reader is shown it: what nobody but its writers may read yet is left out. */
export type ReadDossier = Dossier & Withheld;

export const isWithheld = ({ withheld: { answers, evidence } }: Withheld): boolean => answers.size + evidence.size > 0;

/** @returns the dossier without the answers and the evidence that this reader may not read; `missing` still counts them */
export function asReadBy<D extends Dossier>(actor: Actor, dossier: D): D & Withheld {
  const { assessment, evidence, facts } = dossier;
  const answers = Object.entries(assessment?.data.answers ?? {});
  const readAnswers = answers.filter(([, answer]) => mayRead(actor, facts, answer.at));
  const readEvidence = evidence.filter(({ data }) => mayRead(actor, facts, data.added.at));
  return {
    ...dossier,
    assessment: assessment && {
      ...assessment,
      data: { ...assessment.data, answers: Object.fromEntries(readAnswers) },
    },
    evidence: readEvidence,
    withheld: {
      answers: new Set(answers.filter((one) => !readAnswers.includes(one)).map(([criterion]) => criterion)),
      evidence: new Set(evidence.filter((one) => !readEvidence.includes(one)).map(({ data }) => data.criterion)),
    },
  };
}

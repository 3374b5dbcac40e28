import { assessmentOf, type Dossier, draftNomination } from '../../model/dossier/dossier.ts';
import { nominationOf } from '../../model/dossier/own.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { put } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';

export type StoredAnswer = Assessment['answers'][string];

/** What the candidate has just said of themselves. */
export interface Said {
  readonly answers?: Readonly<Record<string, StoredAnswer>>;
  readonly declines?: boolean;
  /** Asks to be considered for an award of this level; it is also the consent to a head's proposal. */
  readonly asksFor?: string;
}

/** The records that say so; none when it is already so. */
export function writeAssessment(ctx: Ctx, dossier: Dossier, { answers = {}, declines, asksFor }: Said): Change[] {
  const before = assessmentOf(dossier);
  const id = assessmentId(before.round, before.candidate.id);
  const wish = declines ? 'declines' : asksFor === undefined ? before.wish : 'asks';
  const isSame = wish === before.wish && Object.keys(answers).length === 0;
  const after = { ...before, answers: { ...before.answers, ...answers }, wish };
  return [
    ...(isSame ? [] : [put(assessmentRecord, { ...ctx.scope, id }, dossier.assessment, after)]),
    ...(asksFor === undefined ? [] : asking(ctx, dossier, asksFor)),
  ];
}

function asking(ctx: Ctx, dossier: Dossier, level: string): Change[] {
  const nomination = dossier.nomination?.data;
  const proposal = nomination?.proposal ?? null;
  if (nomination !== undefined && nomination.level === level && proposal?.consent !== 'pending') return [];
  const after: Nomination = {
    ...(nomination ?? draftNomination(dossier, level)),
    level,
    proposal: proposal?.consent === 'pending' ? { ...proposal, consent: 'given' } : proposal,
  };
  return [put(nominationRecord, { ...ctx.scope, id: nominationOf(dossier) }, dossier.nomination, after)];
}

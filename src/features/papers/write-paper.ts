import type { Actor } from '../../domain/policy/actor.ts';
import { mayKnowFinding } from '../../domain/policy/council.ts';
import { ownLevel } from '../../model/council/decisions.ts';
import { candidateOf } from '../../model/dossier/nominees.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { decisionRecord, sessionRecord } from '../../records/council.ts';
import { decisionPaper } from './decision.ts';
import { certificatePaper, paymentPaper } from './handed-over.ts';
import { listPaper } from './list.ts';
import { mayMake } from './may-make.ts';
import { minutesPaper } from './minutes.ts';
import { reported, reportPaper } from './report.ts';
import { submissionPaper, submittedBy } from './submission.ts';
import type { PaperKind, Written } from './written.ts';

export interface Asked {
  readonly paper: PaperKind;
  readonly of: string;
}

const ofDecision = { decision: decisionPaper, payment: paymentPaper, certificate: certificatePaper } as const;

/**
 * The paper as it would be written now; undefined for whoever may not have it, and where there is nothing of the kind. One with how the council
 * voted is made by nobody whose own case it names; the secretary writes the minutes all the same.
 */
export async function writePaper(turn: Turn, actor: Actor, { paper, of }: Asked): Promise<Written | undefined> {
  if (paper === 'report') {
    const dossier = await reported(turn, actor, of);
    return dossier && reportPaper(turn, turn.texts('vi'), dossier);
  }
  if (!mayMake(actor, paper)) return undefined;
  // The unit's papers are Vietnamese, whoever makes them.
  const texts = turn.texts('vi');
  if (paper === 'minutes') {
    if ((await turn.get(sessionRecord, of)) === undefined) return undefined;
    return minutesPaper(turn, texts, of);
  }
  if (paper === 'decision' || paper === 'payment' || paper === 'certificate') {
    const decision = await turn.get(decisionRecord, of);
    const isOwn = decision?.data.kind === 'award' && decision.data.level === ownLevel;
    return decision === undefined || !isOwn ? undefined : ofDecision[paper](turn, texts, decision);
  }
  const submitted = await submittedBy(turn, of);
  if (submitted === undefined) return undefined;
  if (paper === 'submission') return submissionPaper(turn, texts, submitted);
  const mayKnow = submitted.all.every((nominee) => mayKnowFinding(actor, candidateOf(nominee)));
  return mayKnow ? listPaper(turn, texts, submitted) : undefined;
}

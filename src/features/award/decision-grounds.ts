import { ownLevel } from '../../model/council/decisions.ts';
import { groundsOf, type Paper } from '../../model/council/grounds.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Decision } from '../../records/council.ts';

/** Of a decision of the unit's own, and what is to be checked as long as it is not signed; what the parent department cites is its own. */
export function decisionGrounds(texts: Texts, { level, number }: Decision, paper: Paper) {
  if (level !== ownLevel) return { grounds: { label: '', value: '' }, toCheck: '' };
  return groundsOf(texts, { ...paper, isSigned: number !== '' });
}

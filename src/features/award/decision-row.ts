import type { Plan } from '../../domain/plan/plan.ts';
import { awaitsAgreement, decidingOf } from '../../model/council/decisions.ts';
import { levelName } from '../../model/council/levels.ts';
import { isOnTheWay, postingOf } from '../../model/sending/posting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Decision } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { decisionName } from './decision-words.ts';

interface DecisionOf {
  readonly plan: Plan;
  readonly decision: Loaded<Decision>;
  /** Of the round: a revocation among them lessens what an award counts. */
  readonly all: readonly Loaded<Decision>[];
}

/** A decision in a list. One that is published says so once it stands in the office's channel. */
export async function decisionRow(turn: Turn, texts: Texts, { plan, decision, all }: DecisionOf) {
  const { id, data } = decision;
  const standing = standingOf(data);
  const revoked = data.kind === 'revocation' ? 0 : data.nominations.filter((each) => isRevoked(all, each)).length;
  const about = texts.t('words.award.decisionDetail', {
    level: levelName(plan, data.level),
    n: data.nominations.length - revoked,
    revoked,
  });
  const row = { decision: id, name: decisionName(texts, data) };
  const { posting, words } = await postedIn(turn, texts, decision);
  if (standing === 'published' && isOnTheWay(posting)) {
    const detail = `${about}. ${words}`;
    const tone = posting === 'going' ? ('accent' as const) : ('warning' as const);
    return { ...row, detail, chip: texts.t(`words.channels.chip.${posting}`), tone };
  }
  return {
    ...row,
    detail: about,
    chip: texts.t(`words.award.decisionState.${standing}`),
    tone: standingTones[standing],
  };
}

const standingTones = {
  asked: 'warning',
  refused: 'emphasis',
  revocation: 'attention',
  unsigned: 'warning',
  signed: 'accent',
  published: 'good',
} as const;

function standingOf(data: Decision): keyof typeof standingTones {
  if (data.refused !== null) return 'refused';
  if (awaitsAgreement(data)) return 'asked';
  if (data.number === '') return 'unsigned';
  if (data.kind === 'revocation') return 'revocation';
  return data.published === null ? 'signed' : 'published';
}

const isRevoked = (all: readonly Loaded<Decision>[], nomination: string): boolean =>
  all.some(({ data }) => data.kind === 'revocation' && data.number !== '' && data.nominations.includes(nomination));

const postedIn = (turn: Turn, texts: Texts, { id, data }: Loaded<Decision>) =>
  postingOf(turn, texts, { cause: decidingOf(data.round), isOf: ({ show }) => show.params.decision === id });

import { caseCard } from '../../../cards/council/case.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { aboutNominee, findingWords, passRuleWords } from '../../model/council/findings.ts';
import {
  type Case,
  mayRecord,
  nextOpen,
  type SessionBoard,
  sessionBoard,
  unanimous,
} from '../../model/council/session.ts';
import { opinionWords } from '../../model/dossier/opinion-words.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { councilCase } from './refs.ts';

/** The vote on one candidate, as it is typed in from the meeting. */
export const casePage = definePage({
  name: councilCase,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const board = await sessionBoard(turn, params.session);
    const { session, cases, plan } = board;
    const position = cases.findIndex((c) => c.nominee.id === params.candidate);
    const one = cases[position];
    if (one === undefined || !mayRecord(actor, one) || session.data.state !== 'recording') return null;
    if (one.standing === 'settled' || one.standing === 'away') return null;
    const { finding, nominee, outcome } = one;
    const levelName = (id: string): string => plan.levels.find((l) => l.id === id)?.name ?? '';
    const proposed = nominee.nomination.data.level;
    const following = nextOpen(board, actor);
    const asVoted = unanimous(one);
    const view = {
      session: session.id,
      sessionRev: session.rev,
      candidate: nominee.id,
      rev: nominee.nomination.rev,
      number: session.data.number,
      position: position + 1,
      count: cases.length,
      name: nominee.name,
      about: aboutNominee(texts, nominee),
      proposed: texts.t('words.council.proposed', { level: levelName(proposed) }),
      voters: texts.t(`words.council.voters.${one.abstains ? 'abstains' : 'all'}`, { n: one.voters }),
      rule: passRuleWords(texts, session.data),
      ...resultOf(texts, one, board),
      gate: gateWords(texts, one),
      hasGate: one.gate.kind !== 'none',
      levels: plan.levels.map(({ id, name }) => ({ id, title: name })),
      level: typed?.level ?? finding?.level ?? asVoted.level,
      // What most votes come to: only what went otherwise is typed.
      agree: typed?.agree ?? String(finding?.agree ?? asVoted.agree),
      disagree: typed?.disagree ?? String(finding?.disagree ?? asVoted.disagree),
      note: typed?.note ?? finding?.note ?? '',
      asksOutstanding: nominee.kind === 'department' || one.gate.kind === 'stated',
      outstandingLabel: texts.t(`words.council.outstandingLabel.${nominee.kind}`),
      outstanding: typed?.outstanding ?? (finding?.outstanding == null ? '' : String(finding.outstanding)),
      round: session.data.round,
      opinion: await opinionWords(turn, texts, nominee.nomination.data),
      again: one.again.map(({ reason, from }) => ({
        text: `${texts.t(`words.award.again.${from === 'recommended' ? 'sentBack' : 'refused'}`)}: ${reason}`,
      })),
      next: finding !== undefined && following !== undefined ? following.nominee.id : '',
      mayDrop: mayRecordCouncil(actor) && !board.closing,
    };
    return {
      card: caseCard(texts, view, banner),
      summary: texts.t('summaries.council.case', { name: nominee.name, outcome: outcome ?? '' }),
    };
  },
});

const tones = { recommended: 'good', short: 'attention', gate: 'attention' } as const;

function resultOf(texts: Texts, { finding, outcome, standing }: Case, { session }: SessionBoard) {
  if (finding === undefined) return { result: '', hasResult: false, tone: 'emphasis' as const };
  const figures = findingWords(texts, session.data, finding);
  if (standing === 'wrong' || outcome === undefined) {
    return {
      result: `${figures}. ${texts.t('words.council.standing.wrong')}`,
      hasResult: true,
      tone: 'warning' as const,
    };
  }
  return {
    result: `${figures}. ${texts.t(`words.council.outcome.${outcome}`)}`,
    hasResult: true,
    tone: tones[outcome],
  };
}

function gateWords(texts: Texts, { gate }: Case): string {
  switch (gate.kind) {
    case 'none':
      return '';
    case 'recorded':
      return texts.t(`words.council.gate.${gate.outstanding === true ? 'met' : 'notMet'}`);
    default:
      return texts.t(`words.council.gate.${gate.kind}`);
  }
}

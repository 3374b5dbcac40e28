import { eraseCard } from '../../../cards/privacy/erase.ts';
import { mayErase } from '../../domain/policy/privacy.ts';
import { isHere, nameOf } from '../../model/people/people.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { evidenceOf, evidenceRecord } from '../../records/evidence.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import { countHoldings } from './holdings.ts';
import { keptRounds } from './kept-papers.ts';
import { periodWords } from './period.ts';
import { privacyErase } from './refs.ts';
import { type Whose, whoseOf } from './whose.ts';

/** Before somebody's data are erased for good: what goes, and what stays because it belongs to a dossier that is kept. */
export const erasePage = definePage({
  name: privacyErase,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const whose = await whoseOf(turn, params.person);
    if (!mayErase(actor, { isHere: isHere(turn, whose.person.data) })) return null;
    const kept = await keptRounds(turn, whose);
    const view = {
      person: params.person,
      name: await nameOf(turn, params.person),
      goes: await goes(turn, texts, { whose, kept }),
      stays: [
        ...(kept.length === 0
          ? []
          : [texts.t('words.privacy.stays.dossiers', { n: kept.length, period: periodWords(turn, texts) })]),
        texts.t(`words.privacy.stays.${kept.length === 0 ? 'named' : 'name'}`),
        texts.t('words.privacy.stays.figures'),
        texts.t('words.privacy.stays.log'),
      ],
    };
    return { card: eraseCard(texts, view, banner), summary: texts.t('summaries.privacy.erase') };
  },
});

async function goes(turn: Turn, texts: Texts, { whose, kept }: { whose: Whose; kept: readonly string[] }) {
  const counts = await countHoldings(turn, whose);
  const { id } = whose.person;
  const open = whose.rounds.filter((round) => !kept.includes(round));
  const [assessments, dossiers, evidence] = await Promise.all([
    turn.getMany(
      assessmentRecord,
      open.map((round) => assessmentId(round, id)),
    ),
    turn.getMany(
      nominationRecord,
      open.map((round) => nominationId(round, id)),
    ),
    Promise.all(open.map((round) => turn.count(evidenceRecord, evidenceOf(round, id)))),
  ]);
  const unsent = {
    assessments: assessments.size,
    dossiers: dossiers.size,
    evidence: evidence.reduce((a, b) => a + b, 0),
  };
  const say = (key: string, n: Record<string, number> = {}): string => texts.t(`words.privacy.goes.${key}`, n);
  const { receipts, answers, questions, unfinished, messages } = counts;
  return [
    say(kept.length === 0 ? 'roster' : 'rosterNamed'),
    ...(unsent.assessments + unsent.dossiers + unsent.evidence > 0 ? [say('unsent', unsent)] : []),
    ...(receipts + answers + questions + unfinished > 0
      ? [say('said', { receipts, answers, questions, unfinished })]
      : []),
    ...(messages > 0 ? [say('messages', { n: messages })] : []),
  ];
}

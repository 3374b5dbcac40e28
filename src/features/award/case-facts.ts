import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { findingWords } from '../../model/council/findings.ts';
import { groundsOf } from '../../model/council/grounds.ts';
import { levelName } from '../../model/council/levels.ts';
import { minutesName } from '../../model/council/minutes.ts';
import { submissionOf, submissionsOf } from '../../model/council/submissions.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { opinionWords } from '../../model/dossier/opinion-words.ts';
import { positionOf } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { decisionRecord, sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { reconsiderationRecord } from '../../records/reconsideration.ts';
import { decisionName } from './decision-words.ts';

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Everything that a decision on one case rests on: level, opinion, votes, notes, what was sent back and why, the papers, the law. */
export async function caseFacts(
  turn: Turn,
  texts: Texts,
  { nominee, plan, today }: { nominee: Nominee; plan: Plan; today: string },
): Promise<Fact[]> {
  const { data, id } = nominee.nomination;
  const [again, submissions] = await Promise.all([
    turn.list(reconsiderationRecord, byRound(data.round)),
    submissionsOf(turn, data.round),
  ]);
  const submission = submissionOf(submissions, nominee.nomination);
  const settledBy = data.decision === null ? undefined : await turn.get(decisionRecord, data.decision);
  const fact = (name: string, value: string): Fact[] =>
    value === '' ? [] : [{ label: texts.t(`words.award.fact.${name}`), value }];
  const { grounds } = groundsOf(texts, {
    plan,
    on: settledBy?.data.issuedOn ?? today,
    dossiers: [nominee.nomination],
    // Whoever looks a case up checks nothing.
    isSigned: true,
  });
  return [
    ...fact('level', levelName(plan, data.council?.level ?? data.level)),
    ...fact('opinion', await opinionWords(turn, texts, data)),
    ...(await findingFacts(turn, texts, nominee)),
    ...(await Promise.all(
      again
        .filter(({ data: one }) => one.nomination === id)
        .map(async ({ data: { from, by, reason } }) => ({
          label: texts.t(`words.award.again.${from === 'recommended' ? 'sentBack' : 'refused'}`),
          value: texts.t('words.award.saidBy', { by: await positionOf(turn, by), reason }),
        })),
    )),
    ...fact(
      'submission',
      submission === undefined
        ? ''
        : texts.t('words.award.submissionOf', {
            number: submission.data.number,
            on: formatIsoDate(submission.data.sentOn),
          }),
    ),
    ...fact('settledBy', settledBy === undefined ? '' : decisionName(texts, settledBy.data)),
    ...fact('declineReason', data.declineReason),
    ...(grounds.value === '' ? [] : [grounds]),
  ];
}

async function findingFacts(turn: Turn, texts: Texts, { nomination, kind }: Nominee): Promise<Fact[]> {
  const { council } = nomination.data;
  const session = council === null ? undefined : await turn.get(sessionRecord, council.session);
  if (council === null || session?.data.state !== 'closed') return [];
  const label = (name: string): string => texts.t(`words.award.fact.${name}`);
  const minutes = minutesName(texts, session.data.minutes);
  const held = texts.t('words.award.session', { number: session.data.number, on: formatIsoDate(session.data.heldOn) });
  return [
    { label: label('votes'), value: `${findingWords(texts, session.data, council)}. ${held}` },
    ...(minutes === '' ? [] : [{ label: texts.t('words.council.fact.minutes'), value: minutes }]),
    ...(council.outstanding === null
      ? []
      : [
          {
            label: label(kind === 'department' ? 'outstanding' : 'ledOutstanding'),
            value: texts.t(`words.award.outstanding.${council.outstanding}`),
          },
        ]),
    ...(council.note === '' ? [] : [{ label: label('note'), value: council.note }]),
  ];
}

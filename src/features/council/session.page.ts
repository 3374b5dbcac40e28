import { sessionCard } from '../../../cards/council/session.ts';
import { hasQuorum, quorumOf } from '../../domain/council/council.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayKnowFinding, mayReadCouncil, mayRecordCouncil, presides } from '../../domain/policy/council.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { beginningOf } from '../../domain/text/beginning-of.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { aboutNominee, findingWords, passRuleWords } from '../../model/council/findings.ts';
import { minutesName } from '../../model/council/minutes.ts';
import {
  asProposed,
  type Case,
  isOpen,
  isTold,
  mayRecord,
  nextOpen,
  type SessionBoard,
  sessionBoard,
  waitingDossiers,
} from '../../model/council/session.ts';
import { holders, nameOf } from '../../model/people/people.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { CouncilSession } from '../../records/council.ts';
import { areOpen } from './record-minutes.ts';
import { councilSession } from './refs.ts';

const pageSize = 8;

/** One meeting: who was there, by which rules, and how far the record has come. */
export const sessionPage = definePage({
  name: councilSession,
  subject: ({ session }) => session,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayReadCouncil(actor)) return null;
    const board = await sessionBoard(turn, params.session);
    const { session, cases, closing, plan, round } = board;
    const part = slice(cases, params.page, pageSize);
    const recording = session.data.state === 'recording';
    const done = cases.filter((c) => c.standing !== 'open' && c.standing !== 'wrong').length;
    const left = cases.length - done;
    const following = recording ? nextOpen(board, actor) : undefined;
    const isFixed = closing || session.data.state === 'closed';
    const changes = recording && !closing && mayRecordCouncil(actor);
    const view = {
      ...pagingView(part),
      session: session.id,
      round: session.data.round,
      roundName: roundName(plan, round),
      number: session.data.number,
      facts: await meetingFacts(turn, texts, board),
      done,
      left,
      progress: texts.t(`words.council.progress.${session.data.state}`, { done, n: cases.length }),
      rows: part.items.map((one) => row(texts, { board, one, actor })),
      hasRows: cases.length > 0,
      ownCase: await ownCaseWords(turn, texts, board),
      canSaveAll: recording && mayRecordCouncil(actor) && asProposed(board, actor).length > 1,
      nextCandidate: following?.nominee.id ?? '',
      hasNextCandidate: following !== undefined,
      canClose: recording && mayRecordCouncil(actor) && left === 0 && cases.length > 0,
      canChange: changes || (isFixed && mayRecordCouncil(actor) && !(await isTold(turn, board))),
      canMinute: mayRecordCouncil(actor) && (await areOpen(turn, board)),
      canAdd: changes && (await waitingDossiers(turn, session.data.round)).length > 0,
    };
    const facts = { number: session.data.number, date: formatIsoDate(session.data.heldOn) };
    return { card: sessionCard(texts, view, banner), summary: texts.t('summaries.council.session', facts) };
  },
});

/** Who has to record the secretary's own case, as long as it has no figures. */
async function ownCaseWords(turn: Turn, texts: Texts, { cases, session }: SessionBoard): Promise<string> {
  const own = cases.filter((one) => one.ofSecretary && isOpen(one));
  if (own.length === 0 || session.data.state !== 'recording') return '';
  const chairs = await Promise.all((await holders(turn, presides)).map(({ id }) => nameOf(turn, id)));
  const names = own.map((one) => one.nominee.name).join(', ');
  return texts.t(`words.council.secretaryCase.${chairs.length === 0 ? 'nobody' : 'some'}`, {
    names,
    chairs: chairs.join(', '),
  });
}

/** Everything that the minutes will say of the meeting, the rules in force included (R-071). */
async function meetingFacts(turn: Turn, texts: Texts, { session }: SessionBoard) {
  const { rules, members, present, heldOn, place, notes } = session.data;
  const label = (key: string): string => texts.t(`words.council.fact.${key}`);
  const names = [];
  const absent = members.filter((id) => !present.includes(id));
  for (const id of absent) names.push(await nameOf(turn, id));
  const { numerator, denominator } = rules.quorum;
  const needed = quorumOf(rules, members.length);
  const counts = { present: present.length, total: members.length, needed, numerator, denominator };
  const quorum = texts.t(`words.council.quorum.${hasQuorum(rules, session.data) ? 'met' : 'notMet'}`, counts);
  return [
    { label: label('heldOn'), value: `${formatIsoDate(heldOn)}, ${place}` },
    { label: label('present'), value: quorum },
    ...(absent.length > 0 ? [{ label: label('absent'), value: names.join(', ') }] : []),
    {
      label: label('rule'),
      value: `${passRuleWords(texts, session.data)} ${texts.t(`words.council.ownCase.${rules.ownCase}`)}`,
    },
    ...(notes === '' ? [] : [{ label: label('notes'), value: beginningOf(notes, notesShown) }]),
    ...(session.data.state === 'closed'
      ? [{ label: label('minutes'), value: await minutesWords(turn, texts, session.data) }]
      : []),
  ];
}

/** Number, day and signers of the minutes, or that nobody recorded them. */
async function minutesWords(turn: Turn, texts: Texts, { minutes }: CouncilSession): Promise<string> {
  if (minutes === null) return texts.t('words.council.minutes.none');
  const [chair, secretary] = await Promise.all([nameOf(turn, minutes.chair), nameOf(turn, minutes.secretary)]);
  return texts.t('words.council.minutes.signedBy', { minutes: minutesName(texts, minutes), chair, secretary });
}

/** The whole of the notes goes into the minutes; a card has only so much room. */
const notesShown = 240;

const tones = {
  open: 'emphasis',
  wrong: 'warning',
  away: 'emphasis',
  recommended: 'good',
  short: 'attention',
  gate: 'attention',
} as const;

function row(texts: Texts, { board, one, actor }: { board: SessionBoard; one: Case; actor: Actor }) {
  const { session } = board;
  const reads =
    mayKnowFinding(actor, one.facts) &&
    (session.data.state === 'closed' || mayRecordCouncil(actor) || mayRecord(actor, one));
  const result = one.standing === 'entered' || one.standing === 'settled' ? (one.outcome ?? 'open') : one.standing;
  const shown = reads ? result : 'open';
  const mayOpen =
    session.data.state === 'recording' &&
    mayRecord(actor, one) &&
    one.standing !== 'settled' &&
    one.standing !== 'away';
  return {
    candidate: one.nominee.id,
    name: one.nominee.name,
    detail:
      reads && one.finding !== undefined
        ? findingWords(texts, session.data, one.finding)
        : aboutNominee(texts, one.nominee),
    chip: chipOf(texts, { one, reads, shown }),
    tone: tones[shown],
    mayOpen,
    mayRead: !isOwn(actor, one.facts),
  };
}

/** Nobody reads the own result; that the chair records the secretary's own case is no result. */
function chipOf(texts: Texts, { one, reads, shown }: { one: Case; reads: boolean; shown: keyof typeof tones }): string {
  if (reads) return texts.t(`words.council.standing.${shown}`);
  return texts.t(one.ofSecretary && isOpen(one) ? 'words.council.result.byChair' : 'words.council.result.tabled');
}

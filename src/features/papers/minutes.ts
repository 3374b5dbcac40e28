import { quorumOf, voteBase } from '../../domain/council/council.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { hourWords, longDate } from '../../domain/text/paper-words.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import { passRuleWords } from '../../model/council/findings.ts';
import { type Case, type SessionBoard, sessionBoard } from '../../model/council/session.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { roundInText } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Person, personRecord } from '../../records/person.ts';
import { candidateName, honoured, namesOf, numberOf, positionWords, type Writing } from './common.ts';
import { gap, gapsOf } from './gaps.ts';
import { shareOf } from './votes.ts';
import type { Written } from './written.ts';

/** The minutes of a meeting (Decree 30/2020, form 1.9; ): a draft until its results are fixed. */
export async function minutesPaper(turn: Turn, texts: Texts, id: string): Promise<Written> {
  const board = await sessionBoard(turn, id);
  const { session, plan, round } = board;
  const { minutes, heldOn, place, members, present, notes, state } = session.data;
  const gaps = gapsOf();
  const writing: Writing = { turn, texts, plan, on: minutes?.issuedOn ?? heldOn, gaps };
  const people = await turn.getMany(personRecord, members);
  const known = (ids: readonly string[]): Person[] => ids.flatMap((one) => people.get(one)?.data ?? []);
  const signer = (one: string): string => people.get(one)?.data.fullName ?? '';
  const absent = members.filter((one) => !present.includes(one));
  const { council, name, councilSymbol = '' } = plan.unit;
  const data = {
    ...namesOf(writing),
    council,
    councilShort: council.replace(name, '').trim(),
    number: numberOf(minutes?.number ?? '', 'BB', gaps.fill('councilSymbol', councilSymbol)),
    draft: state !== 'closed',
    roundName: roundInText(plan, round),
    heldOn: longDate(heldOn),
    startsAt: gaps.fill('startsAt', hour(minutes?.startsAt ?? '')),
    endsAt: gaps.fill('endsAt', hour(minutes?.endsAt ?? '')),
    place: gaps.fill('place', place),
    presentCount: String(present.length),
    total: String(members.length),
    present: known(present).map((person) => ({ person: named(texts, person) })),
    absent: absentWords(texts, known(absent), absent.length === 0 ? '' : gaps.fill('absence', minutes?.absence ?? '')),
    invitees: minutes?.invitees || texts.t('words.papers.nobody'),
    chair: personWords(texts, people.get(minutes?.chair ?? '')?.data, gaps.fill('chair', signer(minutes?.chair ?? ''))),
    secretary: personWords(
      texts,
      people.get(minutes?.secretary ?? '')?.data,
      gaps.fill('secretary', signer(minutes?.secretary ?? '')),
    ),
    chairName: signer(minutes?.chair ?? '') || gap,
    secretaryName: signer(minutes?.secretary ?? '') || gap,
    notes: notes === '' ? [] : [{ text: texts.t('words.papers.otherViews', { notes }) }],
    ...rulesOf(texts, board),
    ...resultsOf(texts, board),
  };
  return { paper: 'minutes', data, missing: gaps.missing, isDraft: data.draft };
}

const hour = (time: string): string => (time === '' ? '' : hourWords(time));

const named = (texts: Texts, person: Person): string =>
  [honoured(texts, person), person.title].filter((part) => part !== '').join(', ');
const personWords = (texts: Texts, person: Person | undefined, otherwise: string): string =>
  person === undefined ? otherwise : named(texts, person);

function absentWords(texts: Texts, absent: readonly Person[], reason: string): string {
  if (absent.length === 0) return texts.t('words.papers.nobody');
  const names = absent.map((person) => named(texts, person)).join('; ');
  return texts.t('words.papers.awayFor', { names, reason });
}

function rulesOf(texts: Texts, { session, plan }: SessionBoard) {
  const { rules, members, present } = session.data;
  const { numerator, denominator } = rules.quorum;
  const facts = { numerator, denominator, needed: quorumOf(rules, members.length), present: present.length };
  return {
    quorumRule: texts.t('words.papers.quorum', facts),
    passRule: texts.t('words.papers.pass', { rule: passRuleWords(texts, { rules }) }),
    ownCaseRule: texts.t(`words.papers.ownCase.${rules.ownCase}`),
    ballotRule: texts.t(`words.papers.ballot.${plan.settings.council.ballot}`),
  };
}

function resultsOf(texts: Texts, board: SessionBoard) {
  const { cases, plan, session } = board;
  const considered = cases.filter(({ standing }) => standing !== 'away');
  const all = considered.map(({ nominee }) => nominee);
  const of = (kind: 'department' | 'person') =>
    considered.filter(({ nominee }) => nominee.kind === kind).map((one, i) => row(texts, board, one, i + 1));
  const [collectives, people] = [of('department'), of('person')];
  const recommended = considered.filter(({ outcome }) => outcome === 'recommended');
  const others = considered.filter(({ outcome }) => outcome !== 'recommended');
  const own = considered.filter((one) => one.abstains).map(({ nominee }) => candidateName(texts, nominee));
  const byLevel = plan.levels.flatMap((level) => {
    const these = recommended.filter(({ finding }) => finding?.level === level.id).map(({ nominee }) => nominee);
    const facts = { level: lowerFirst(level.name), award: level.award, counts: countWords(texts, these) };
    return these.length === 0 ? [] : [{ text: texts.t('words.papers.proposes', facts) }];
  });
  return {
    counts: countWords(texts, all),
    hasCollectives: collectives.length > 0,
    collectives,
    hasPeople: people.length > 0,
    people,
    abstentions: own.length === 0 ? [] : [{ text: texts.t('words.papers.abstained', { names: own.join('; ') }) }],
    quotas: quotaLines(texts, plan),
    conclusions: [
      ...(byLevel.length === 0 ? [{ text: texts.t('words.papers.proposesNobody') }] : byLevel),
      ...(others.length === 0
        ? []
        : [
            {
              text: texts.t('words.papers.proposesNot', {
                counts: countWords(
                  texts,
                  others.map(({ nominee }) => nominee),
                ),
              }),
            },
          ]),
      ...(session.data.state === 'closed' ? [] : [{ text: texts.t('words.papers.notClosed') }]),
    ],
  };
}

function row(texts: Texts, { session, plan }: SessionBoard, one: Case, n: number) {
  const { nominee, finding, outcome } = one;
  const votes = finding === undefined ? undefined : { agree: finding.agree, disagree: finding.disagree };
  const base = voteBase(session.data.rules, session.data);
  const level = lowerFirst(plan.levels.find(({ id }) => id === finding?.level)?.name ?? '');
  const found = outcome === undefined ? 'open' : outcome;
  const outstanding =
    finding?.outstanding == null ? '' : texts.t(`words.papers.outstanding.${finding.outstanding ? 'yes' : 'no'}`);
  return {
    n: String(n),
    name: [candidateName(texts, nominee), positionWords(nominee)].filter(Boolean).join(', '),
    agree: votes === undefined ? gap : String(votes.agree),
    disagree: votes === undefined ? gap : String(votes.disagree),
    ratio: votes === undefined ? gap : shareOf(votes.agree, base),
    finding: [texts.t(`words.papers.found.${found}`, { level }), outstanding].filter(Boolean).join('; '),
  };
}

/** One that is not entered is left out: nothing is said that nobody has set. */
const quotaLines = (texts: Texts, { quotas, levels }: Plan): { text: string }[] =>
  quotas.flatMap(({ level, candidate, limit, source }) => {
    if (limit === null) return [];
    const name = levels.find(({ id }) => id === level)?.name ?? '';
    const most = 'count' in limit ? String(limit.count) : `${limit.percent}%`;
    return [{ text: texts.t('words.papers.quota', { level: lowerFirst(name), candidate, most, source }) }];
  });

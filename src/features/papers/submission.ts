import type { Plan } from '../../domain/plan/plan.ts';
import { resolveDated } from '../../domain/plan/resolve-dated.ts';
import { formatIsoDate, twoDigits } from '../../domain/text/format.ts';
import { awaiting } from '../../model/council/decisions.ts';
import { authorityOf, byLevelAbove } from '../../model/council/levels.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { type Nominee, nominees } from '../../model/dossier/nominees.ts';
import { roundInText, roundOf, roundPlan } from '../../model/round/round.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { sessionRecord, submissionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { namesOf, numberAndDay, numberOf, placeAndDate, signing, type Writing } from './common.ts';
import { gapsOf } from './gaps.ts';
import { groundLines } from './grounds.ts';
import type { Written } from './written.ts';

/** What goes to the parent department: sent with a number, or what waits to be. */
export interface Submitted {
  readonly round: string;
  readonly all: readonly Nominee[];
  /** Empty as long as it is not recorded. */
  readonly number: string;
  /** `yyyy-MM-dd`; null as long as it is not recorded. */
  readonly sentOn: string | null;
}

/** @param id of a recorded submission, or of the round whose dossiers wait to be sent; undefined where there is nothing to send */
export async function submittedBy(turn: Turn, id: string): Promise<Submitted | undefined> {
  const recorded = await turn.get(submissionRecord, id);
  if (recorded !== undefined) {
    const { round, number, sentOn, nominations } = recorded.data;
    const dossiers = await turn.getMany(nominationRecord, nominations);
    return { round, number, sentOn, all: await nominees(turn, [...dossiers.values()]) };
  }
  const { forward } = await awaiting(turn, id);
  return forward.length === 0 ? undefined : { round: id, all: forward, number: '', sentOn: null };
}

/** The submission to the parent department (form 1.4; R-069, R-082): who is proposed for what, from which meeting, with which papers. */
export async function submissionPaper(turn: Turn, texts: Texts, submitted: Submitted): Promise<Written> {
  const { number, sentOn, all } = submitted;
  const round = await roundOf(turn, submitted.round);
  const plan = await roundPlan(turn, round);
  const gaps = gapsOf();
  const on = sentOn ?? dayOf(turn);
  const writing: Writing = { turn, texts, plan, on, gaps };
  const parent = resolveDated(plan.parent, on);
  const sessions = await sessionsOf(turn, all);
  const asked = byLevelAbove(plan, all).map(({ level: { id, award }, these }) => ({
    text: texts.t('words.papers.asked', {
      counts: countWords(texts, these),
      award,
      authority: authorityOf(plan, id, on),
    }),
  }));
  const sent = await turn.list(nominationRecord, byRound(submitted.round));
  const data = {
    ...namesOf(writing),
    ...(await signing(writing)),
    number: numberOf(number, 'TTr', plan.unit.symbol),
    placeAndDate: placeAndDate(texts, plan, sentOn),
    draft: all.some(({ nomination }) => nomination.data.state === 'onHold'),
    roundName: roundInText(plan, round),
    addressee: headOf(parent),
    grounds: await groundLines(
      writing,
      all.map(({ nomination }) => nomination),
      [minutesLine(writing, sessions)],
    ),
    process: texts.t('words.papers.process', {
      movement: plan.title,
      sent: twoDigits(sent.filter(({ data }) => data.submitted !== null).length),
      council: plan.unit.council,
      held: sessions.map(({ heldOn }) => formatIsoDate(heldOn)).join(', '),
    }),
    asked,
    contents: contentsOf(texts, plan),
  };
  return { paper: 'submission', data, missing: gaps.missing, isDraft: data.draft };
}

/** "Giám đốc Sở Nội vụ": a title that ends as the name begins says it once. */
function headOf({ headTitle, shortName }: Plan['parent'][number]['value']): string {
  const [first = ''] = shortName.split(' ');
  const title = headTitle.endsWith(` ${first}`) ? headTitle.slice(0, -first.length - 1) : headTitle;
  return `${title} ${shortName}`;
}

interface Held {
  readonly heldOn: string;
  readonly number: string;
  readonly issuedOn: string;
}

/** The meetings that considered these, in order. */
async function sessionsOf(turn: Turn, all: readonly Nominee[]): Promise<Held[]> {
  const ids = [...new Set(all.flatMap(({ nomination }) => nomination.data.council?.session ?? []))].sort();
  return [...(await turn.getMany(sessionRecord, ids)).values()].map(({ data: { heldOn, minutes } }) => ({
    heldOn,
    number: minutes?.number ?? '',
    issuedOn: minutes?.issuedOn ?? '',
  }));
}

function minutesLine({ texts, plan, gaps }: Writing, sessions: readonly Held[]): string {
  const all = sessions.map(({ number, issuedOn }) =>
    gaps.fill('minutes', number === '' || issuedOn === '' ? '' : numberAndDay(texts, number, issuedOn)),
  );
  return texts.t('words.papers.byMinutes', { council: plan.unit.council, minutes: all.join(', ') });
}

/** "1. Tờ trình; …" as the plan asks for the set (R-069 … R-073). */
function contentsOf(texts: Texts, plan: Plan): { text: string }[] {
  const facts = { council: plan.unit.council };
  return plan.dossier.parts.map(({ id }, i) => ({
    text: `${i + 1}. ${texts.t(`words.papers.contents.${id}`, facts)}`,
  }));
}

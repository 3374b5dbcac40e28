import { DateTime } from 'luxon';
import { type Bounds, boundsOf, type Station, type Step } from '../../domain/council/chain.ts';
import type { Facts } from '../../domain/errors.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type CouncilSession, type Decision, decisionRecord, sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { submissionOf, submissionsOf } from './submissions.ts';

interface Of {
  readonly round: Loaded<Round>;
  readonly zone: string;
  readonly at: DateTime;
  /** The dossiers that the paper or the meeting is about. */
  readonly dossiers: readonly Loaded<Nomination>[];
}

/** Between which days a step of these dossiers may lie, by all that is recorded of them: each command that takes such a day asks here. */
export async function boundsFor(turn: Turn, step: Step, of: Of): Promise<Bounds> {
  return boundsOf(step, await stationsOf(turn, of));
}

/** Between which days a meeting may lie: its dossiers were sent before it, and a meeting follows the one before. */
export async function meetingBounds(turn: Turn, of: Of & { readonly number: number }): Promise<Bounds> {
  const sessions = await turn.list(sessionRecord, byRound(of.round.data.round));
  const others = sessions
    .filter(({ data }) => data.number !== of.number)
    .map(({ data }): Station => {
      return { step: data.number < of.number ? 'earlierMeeting' : 'laterMeeting', on: data.heldOn };
    });
  const own = sessions.find(({ data }) => data.number === of.number);
  const minutes = station('minutes', own?.data.minutes?.issuedOn);
  return boundsOf('met', [...(await stationsOf(turn, of)), ...minutes, ...others]);
}

/** Between which days the minutes of a meeting may be dated: of its dossiers those count that it settled, and no other meeting did since. */
export async function minutesBounds(
  turn: Turn,
  of: Of & { readonly session: Loaded<CouncilSession> },
): Promise<Bounds> {
  const dossiers = of.dossiers.filter(({ data }) => data.council?.session === of.session.id);
  const chain = await stationsOf(turn, { ...of, dossiers });
  return boundsOf('minutes', [...chain, { step: 'met', on: of.session.data.heldOn }]);
}

/** Days that people wrote down, and may correct: both of two may be wrong together. */
const written: readonly Step[] = ['earlierMeeting', 'met', 'laterMeeting', 'minutes', 'submission', 'signed'];

/**
 * As a refusal names them, and what sets each; `first`: what has to be corrected before, where that was written down as well, or `none`.
 * @param day that was refused, `yyyy-MM-dd`; undefined when none could be read
 */
export const boundFacts = ({ from, to }: Bounds, day?: string): Facts => ({
  first: (day !== undefined && written.find((step) => step === (day < from.on ? from.step : to.step))) || 'none',
  from: formatIsoDate(from.on),
  fromStep: from.step,
  to: formatIsoDate(to.on),
  days: from.on === to.on ? 'one' : 'several',
  toStep: to.step,
});

/** Every day that is known of these dossiers, with the opening of the round and today. */
async function stationsOf(turn: Turn, { round, zone, at, dossiers }: Of): Promise<Station[]> {
  const where = byRound(round.data.round);
  const [sessions, submissions, decisions] = await Promise.all([
    turn.list(sessionRecord, where),
    submissionsOf(turn, round.data.round),
    turn.list(decisionRecord, where),
  ]);
  const day = (instant: string): string => DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd');
  const held = new Map(sessions.map(({ id, data }) => [id, data]));
  const papers = (id: string) => decisions.filter(({ data }) => data.nominations.includes(id));
  return [
    { step: 'opened', on: day(round.data.opened.at) },
    { step: 'today', on: at.setZone(zone).toFormat('yyyy-MM-dd') },
    ...dossiers.flatMap(({ id, data }): Station[] => [
      ...(data.submitted === null ? [] : [{ step: 'sent' as const, on: day(data.submitted.at) }]),
      ...station('met', held.get(data.council?.session ?? '')?.heldOn),
      ...station('minutes', held.get(data.council?.session ?? '')?.minutes?.issuedOn),
      ...station('submission', submissionOf(submissions, { id, data })?.data.sentOn),
      ...papers(id)
        .filter((paper) => settles(paper, data))
        .flatMap((paper) => daysOf(paper.data, day)),
    ]),
  ];
}

const station = (step: Step, on: string | null | undefined): Station[] => (on ? [{ step, on }] : []);

/** A decision passes over what was on hold when its number was recorded: that dossier is settled by another. */
const settles = ({ id, data }: Loaded<Decision>, dossier: Nomination): boolean =>
  data.refused === null &&
  (dossier.decision === id || dossier.state === 'revoked' || data.number === '' || data.kind === 'revocation');

function daysOf({ kind, agreed, issuedOn, published }: Decision, day: (instant: string) => string): Station[] {
  const isAward = kind === 'award';
  return [
    ...station(isAward ? 'agreed' : 'revocationAgreed', agreed && day(agreed.at)),
    ...station(isAward ? 'signed' : 'revoked', issuedOn),
    ...(isAward ? station('published', published && day(published.at)) : []),
  ];
}

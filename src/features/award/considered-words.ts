import type { DateTime } from 'luxon';
import { isFound } from '../../domain/dossier/nomination.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import { isDirectors, ownLevel } from '../../model/council/decisions.ts';
import { authorityOf, levelName, parentLevel } from '../../model/council/levels.ts';
import { candidateOf, type Nominee } from '../../model/dossier/nominees.ts';
import { candidatesState } from '../../model/dossier/state-told.ts';
import { dossiersOf } from '../../model/dossier/tell.ts';
import { addressing } from '../../model/people/addressee.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { CouncilSession } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import { reconsiderationRecord } from '../../records/reconsideration.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

interface ConsideredAt {
  readonly session: Loaded<CouncilSession>;
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  /** Who is told. */
  readonly person: Loaded<Person>;
  readonly at: DateTime;
}

/** The dossiers of this person that a closed meeting considered and of which nothing else was told since, as their candidates are told of them. */
export async function consideredAt(
  turn: Turn,
  session: Loaded<CouncilSession>,
  person: Loaded<Person>,
): Promise<Loaded<Nomination>[]> {
  const mine = await dossiersOf(turn, session.data.round, person);
  const told = await Promise.all(mine.map((dossier) => asTold(turn, dossier)));
  return told.filter(({ data }) => isFound(data.state) && data.council?.session === session.id);
}

/** A dossier in the state that its candidate is told of. */
export const asTold = async (turn: Turn, dossier: Loaded<Nomination>): Promise<Loaded<Nomination>> => ({
  ...dossier,
  data: { ...dossier.data, state: await candidatesState(turn, dossier.data) },
});

/**
 * What the council proposes, in words for the candidate's side: never a count of votes, nor the council's own note. A dossier that was looked
 * at again is told so.
 * @param nominee of a dossier as its candidate is told of it, one of `consideredAt`
 */
export async function consideredWords(
  turn: Turn,
  texts: Texts,
  nominee: Nominee,
  { session, round, plan, person, at }: ConsideredAt,
) {
  const { data, id } = nominee.nomination;
  const again = (await turn.list(reconsiderationRecord, byRound(round.data.round))).some(
    (each) => each.data.nomination === id,
  );
  const isProposed = data.state === 'recommended';
  const found = data.council?.level ?? ownLevel;
  const decidesHere = found === ownLevel && !(await isDirectors(turn, candidateOf(nominee)));
  const decides = decidesHere || found !== ownLevel ? found : await parentLevel(turn, round);
  const facts = {
    ...addressing(turn, texts, person.data),
    name: nominee.name,
    unit: plan.unit.shortName,
    on: formatIsoDate(session.data.heldOn),
    again: again ? 'yes' : 'no',
    level: lowerFirst(levelName(plan, found)),
    authority: authorityOf(plan, decides, at.setZone(plan.zone).toFormat('yyyy-MM-dd')),
    by: decidesHere ? 'unit' : 'parent',
  };
  const text = texts.t(`words.award.told.${isProposed ? 'proposed' : 'notProposed'}.${nominee.kind}`, facts);
  return { text, tone: isProposed ? ('accent' as const) : ('emphasis' as const) };
}

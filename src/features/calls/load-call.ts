import { DateTime } from 'luxon';
import { CodedError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { callsFor } from '../../domain/policy/calls.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { byName, isHere } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { ChannelPurpose } from '../../records/address.ts';
import { answerRecord, answersToCall, type Call, callRecord } from '../../records/call.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

export type AnswerKind = 'yes' | 'maybe' | 'no';
export const answerKinds: readonly AnswerKind[] = ['yes', 'maybe', 'no'];

/** @throws CodedError CALL_UNKNOWN */
export async function loadCall(turn: Turn, id: string): Promise<Loaded<Call>> {
  const call = id.startsWith('call:') ? await turn.get(callRecord, id) : undefined;
  if (call === undefined) throw new CodedError('CALL_UNKNOWN');
  return call;
}

/** @throws CodedError CALL_UNKNOWN, CALL_ROLE: only those who speak for the organisation manage its calls and see names */
export async function loadOwnCall(turn: Turn, actor: Actor, id: string): Promise<Loaded<Call>> {
  const call = await loadCall(turn, id);
  if (!callsFor(actor).some((organisation) => organisation === call.data.organisation))
    throw new CodedError('CALL_ROLE');
  return call;
}

/** Members of an organisation who have not left, by given name. */
export async function members(turn: Turn, organisation: string): Promise<Loaded<Person>[]> {
  const found: Loaded<Person>[] = [];
  for await (const person of turn.each(personRecord)) {
    if (isHere(turn, person.data) && person.data.organisations.includes(organisation)) found.push(person);
  }
  return byName(found);
}

/** Person id → answer. */
export async function answersTo(turn: Turn, call: string): Promise<ReadonlyMap<string, AnswerKind>> {
  const all = await turn.list(answerRecord, answersToCall(call));
  return new Map(all.map((a) => [a.data.person, a.data.answer]));
}

export function countAnswers(answers: ReadonlyMap<string, AnswerKind>): Record<AnswerKind, number> {
  const counts = { yes: 0, maybe: 0, no: 0 };
  for (const answer of answers.values()) counts[answer] += 1;
  return counts;
}

interface CallFacts {
  readonly title: string;
  readonly place: string;
  readonly startsAt: DateTime;
  readonly answerBy: string;
  readonly organisation: string;
}

/** The sentence of the call and its facts as people read them. */
export function wording(texts: Texts, turn: Turn, call: CallFacts) {
  const { startsAt } = call;
  const lead = texts.t(`words.calls.${call.organisation}.lead`, {
    campaign: turn.plan.shortTitle,
    title: call.title,
    place: call.place,
    at: startsAt,
    answerBy: formatIsoDate(call.answerBy),
  });
  return {
    lead,
    organisation: texts.t(`words.calls.${call.organisation}.name`),
    when: texts.t('words.at', { at: startsAt }),
    answerBy: formatIsoDate(call.answerBy),
  };
}

export const startOf = (turn: Turn, call: Call): DateTime => DateTime.fromISO(call.startsAt, { zone: turn.plan.zone });

/** What everybody's invitation to a call is kept in step with; an answer outdates only that person's. */
export const invitesOf = (call: string): string => `${call}:invites`;

/** The channel in which an organisation's calls are posted; members of one that has none are written to alone. */
export const channelFor = (organisation: string): ChannelPurpose | undefined =>
  organisation === 'youthUnion' ? 'youth' : undefined;

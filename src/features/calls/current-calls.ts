import type { DateTime } from 'luxon';
import { takesAnswers } from '../../domain/calendar/call.ts';
import { callingOrganisations } from '../../domain/policy/calls.ts';
import type { Turn } from '../../pipeline/turn.ts';
import {
  answerId,
  answerRecord,
  type Call,
  type CallAnswer,
  callRecord,
  callsOfOrganisation,
} from '../../records/call.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { startOf } from './load-call.ts';

export interface Called {
  readonly call: Loaded<Call>;
  /** The person's own; undefined while they have not answered. */
  readonly answer: CallAnswer | undefined;
}

/**
 * Calls that a person may mean by "I take part": of their organisations, and others that they have answered. Those that take answers, or else
 * whose day is still to come; the soonest first.
 */
export async function currentCalls(turn: Turn, me: Loaded<Person>, at: DateTime): Promise<Called[]> {
  const all = await Promise.all(callingOrganisations.map((each) => turn.list(callRecord, callsOfOrganisation(each))));
  const current = all.flat().filter(({ data }) => takesAnswers(data, at) || startOf(turn, data) > at);
  const seen = await Promise.all(
    current.map(async (call) => ({ call, answer: (await turn.get(answerRecord, answerId(call.id, me.id)))?.data })),
  );
  return seen
    .filter(({ call, answer }) => answer !== undefined || me.data.organisations.includes(call.data.organisation))
    .sort((a, b) => startOf(turn, a.call.data).toMillis() - startOf(turn, b.call.data).toMillis());
}

import { CodedError } from '../../domain/errors.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { callRecord } from '../../records/call.ts';
import { campaignRecord } from '../../records/campaign.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { roundRecord } from '../../records/round.ts';

/** Somebody, and all that ids of what is kept of them are made of. */
export interface Whose {
  readonly person: Loaded<Person>;
  /** As records of a round name it: `annual-2026`. */
  readonly rounds: readonly string[];
  /** Ids. */
  readonly campaigns: readonly string[];
  readonly calls: readonly string[];
}

/** @param id as a card carried it. @throws CodedError NOTHING_TO_SHOW */
export async function whoseOf(turn: Turn, id: string): Promise<Whose> {
  const [person, rounds, campaigns, calls] = await Promise.all([
    turn.get(personRecord, id),
    turn.list(roundRecord),
    turn.list(campaignRecord),
    turn.list(callRecord),
  ]);
  if (person === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return {
    person,
    rounds: rounds.map(({ data }) => data.round).sort(),
    campaigns: campaigns.map((campaign) => campaign.id),
    calls: calls.map((call) => call.id),
  };
}

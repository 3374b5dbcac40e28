import type { Turn } from '../../pipeline/turn.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { answerId, answerRecord } from '../../records/call.ts';
import { receiptId, receiptRecord } from '../../records/campaign.ts';
import { evidenceOf, evidenceRecord } from '../../records/evidence.ts';
import { deliveryBy, deliveryRecord } from '../../records/message.ts';
import { nominationBy, nominationId, nominationRecord } from '../../records/nomination.ts';
import { questionBy, questionRecord } from '../../records/question.ts';
import type { RecordType } from '../../records/record.ts';
import { unfinishedId, unfinishedRecord } from '../../records/unfinished.ts';
import type { Whose } from './whose.ts';

/** What is kept of a person, in the order in which it is told. */
export const holdings = [
  'roster',
  'chat',
  'assessments',
  'dossiers',
  'evidence',
  'opinions',
  'receipts',
  'answers',
  'questions',
  'messages',
  'unfinished',
] as const;
export type Holding = (typeof holdings)[number];

/** How much of each there is: by id, and from the index; of messages and of other people’s dossiers none is read. */
export async function countHoldings(turn: Turn, whose: Whose): Promise<Record<Holding, number>> {
  const { person, rounds, campaigns, calls } = whose;
  const { id } = person;
  const there = async <T>(type: RecordType<T>, ids: readonly string[]): Promise<number> =>
    (await turn.getMany(type, ids)).size;
  const eachRound = async (count: (round: string) => Promise<number>): Promise<number> =>
    (await Promise.all(rounds.map(count))).reduce((sum, n) => sum + n, 0);
  const counts: Record<Holding, Promise<number>> = {
    roster: Promise.resolve(1),
    chat: there(addressRecord, [addressId(id)]),
    assessments: there(
      assessmentRecord,
      rounds.map((round) => assessmentId(round, id)),
    ),
    dossiers: there(
      nominationRecord,
      rounds.map((round) => nominationId(round, id)),
    ),
    evidence: eachRound((round) => turn.count(evidenceRecord, evidenceOf(round, id))),
    opinions: eachRound(async (round) => {
      const asked = await turn.count(nominationRecord, nominationBy.reviewer(round, id));
      return asked + (await turn.count(nominationRecord, nominationBy.opinedInPlace(round, id)));
    }),
    receipts: there(
      receiptRecord,
      campaigns.map((campaign) => receiptId(campaign, id)),
    ),
    answers: there(
      answerRecord,
      calls.map((call) => answerId(call, id)),
    ),
    questions: turn.count(questionRecord, questionBy.person(id)),
    messages: turn.count(deliveryRecord, deliveryBy.to(id)),
    unfinished: turn.get(unfinishedRecord, unfinishedId(id)).then((found) => found?.data.forms.length ?? 0),
  };
  const all = await Promise.all(holdings.map(async (holding) => [holding, await counts[holding]] as const));
  return Object.fromEntries(all) as Record<Holding, number>;
}

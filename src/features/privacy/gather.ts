import { mayRead } from '../../domain/policy/dossier.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { candidatesState } from '../../model/dossier/state-told.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { accountBy, accountRecord } from '../../records/account.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { installedId, installedRecord } from '../../records/app-install.ts';
import { assessmentRecord } from '../../records/assessment.ts';
import { answerId, answerRecord } from '../../records/call.ts';
import { receiptId, receiptRecord } from '../../records/campaign.ts';
import { dossierNumberId, dossierNumberRecord } from '../../records/dossier-number.ts';
import { type Evidence, evidenceRecord } from '../../records/evidence.ts';
import { extensionRecord } from '../../records/extension.ts';
import { formerBy, formerOpinionRecord } from '../../records/former-opinion.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import { paperDossierRecord } from '../../records/paper-dossier.ts';
import { personRecord } from '../../records/person.ts';
import { questionBy, questionRecord } from '../../records/question.ts';
import type { Loaded, RecordType } from '../../records/record.ts';
import { unfinishedId, unfinishedRecord } from '../../records/unfinished.ts';
import type { Whose } from './whose.ts';

/** Sheets of a copy whose records are told field by field. */
export const fieldSheets = [
  'roster',
  'assessments',
  'dossiers',
  'evidence',
  'opinions',
  'receipts',
  'questions',
  'unfinished',
] as const;
export type FieldSheet = (typeof fieldSheets)[number];

/** A record, or as much of one as is told. */
export interface Held {
  readonly sheet: FieldSheet;
  readonly type: Pick<RecordType<unknown>, 'type' | 'schema'>;
  readonly data: unknown;
}
export interface Gathered {
  readonly held: readonly Held[];
  /** Answers, pieces of evidence and forms that only their writer may read. */
  readonly withheld: number;
  /** What is told of evidence, in the order of the sheet. */
  readonly evidence: readonly Loaded<Evidence>[];
}

const all = <T>(sheet: FieldSheet, type: RecordType<T>, found: Iterable<{ readonly data: T }>): Held[] =>
  [...found].map(({ data }) => ({ sheet, type, data }));

/** Everything stored about somebody, as this reader may have it: what is not sent is its writer's alone, also in a copy that the office makes. */
export async function gather(ctx: Ctx, whose: Whose): Promise<Gathered> {
  const { person, rounds, campaigns, calls } = whose;
  const { id } = person;
  const isOwn = ctx.me.id === id;
  const known = async <T>(sheet: FieldSheet, type: RecordType<T>, ids: readonly string[]): Promise<Held[]> =>
    all(sheet, type, (await ctx.getMany(type, ids)).values());
  const ofRounds = await Promise.all(rounds.map((round) => dossierHeld(ctx, id, round)));
  const unfinished = await known('unfinished', unfinishedRecord, [unfinishedId(id)]);
  return {
    held: [
      ...all('roster', personRecord, [person]),
      ...(await known('roster', addressRecord, [addressId(id)])),
      ...(await known('roster', installedRecord, [installedId(id)])),
      ...all('roster', accountRecord, await ctx.list(accountRecord, accountBy.person(id))),
      ...ofRounds.flatMap(({ held }) => held),
      ...(await opinions(ctx, whose)),
      ...(await known(
        'receipts',
        receiptRecord,
        campaigns.map((campaign) => receiptId(campaign, id)),
      )),
      ...(await known(
        'receipts',
        answerRecord,
        calls.map((call) => answerId(call, id)),
      )),
      ...all('questions', questionRecord, await ctx.list(questionRecord, questionBy.person(id))),
      ...(isOwn ? unfinished : []),
    ],
    evidence: ofRounds.flatMap(({ evidence }) => evidence),
    withheld: ofRounds.reduce((sum, { withheld }) => sum + withheld, isOwn ? 0 : unfinished.length),
  };
}

async function dossierHeld(ctx: Ctx, id: string, round: string): Promise<Gathered> {
  const { assessment, evidence, nomination, extension, paper, facts } = await loadDossier(ctx, round, id);
  const number = await ctx.get(dossierNumberRecord, dossierNumberId(round, id));
  const answers = Object.entries(assessment?.data.answers ?? {});
  const read = answers.filter(([, { at }]) => mayRead(ctx.actor, facts, at));
  const pieces = evidence.filter(({ data }) => mayRead(ctx.actor, facts, data.added.at));
  const told = nomination && { data: await asTold(ctx, nomination.data) };
  const own = assessment && { data: { ...assessment.data, answers: Object.fromEntries(read) } };
  return {
    held: [
      ...all('assessments', assessmentRecord, own === undefined ? [] : [own]),
      ...all('dossiers', nominationRecord, told === undefined ? [] : [told]),
      ...all('dossiers', dossierNumberRecord, number === undefined ? [] : [number]),
      ...all('dossiers', extensionRecord, extension === undefined ? [] : [extension]),
      ...all('dossiers', paperDossierRecord, paper === undefined ? [] : [paper]),
      ...all('dossiers', formerOpinionRecord, await ctx.list(formerOpinionRecord, formerBy.candidate(round, id))),
      ...all('evidence', evidenceRecord, pieces),
    ],
    evidence: pieces,
    withheld: answers.length - read.length + evidence.length - pieces.length,
  };
}

/** As far as the candidate is told: no votes, and no result before it is published. */
async function asTold(ctx: Ctx, nomination: Nomination): Promise<Nomination> {
  const state = await candidatesState(ctx, nomination);
  const isTold = state === nomination.state;
  return { ...nomination, state, council: null, ...(isTold ? {} : { decision: null, declineReason: '' }) };
}

/** What they said of others' dossiers, which are not named. */
async function opinions(ctx: Ctx, { person, rounds }: Whose): Promise<Held[]> {
  const each = await Promise.all(
    rounds.flatMap((round) => [
      ctx.list(nominationRecord, nominationBy.reviewer(round, person.id)),
      ctx.list(nominationRecord, nominationBy.opinedInPlace(round, person.id)),
    ]),
  );
  const former = await Promise.all(
    rounds.map((round) => ctx.list(formerOpinionRecord, formerBy.saidBy(round, person.id))),
  );
  return [
    ...each
      .flat()
      .filter(({ data }) => data.opinion?.by === person.id)
      .map(({ data: { round, opinion } }) => ({
        sheet: 'opinions' as const,
        type: nominationRecord,
        data: { round, opinion },
      })),
    ...former.flat().map(({ data: { round, opinion } }) => ({
      sheet: 'opinions' as const,
      type: formerOpinionRecord,
      data: { round, opinion },
    })),
  ];
}

import { dossierCode } from '../../domain/dossier/code.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import type { Texts } from '../../ports/texts.ts';
import {
  type DossierNumber,
  dossierNumberId,
  dossierNumberRecord,
  numberingId,
  numberingRecord,
} from '../../records/dossier-number.ts';
import { byRound } from '../../records/fields.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Scope } from '../../records/record.ts';
import { roundRecord } from '../../records/round.ts';

type Sent = Pick<Nomination, 'submitted'>;

/** "A2026-014"; of one that was sent and has none yet that it is on its way. */
export function codeWords(texts: Texts, number: DossierNumber | undefined, { submitted }: Sent): string {
  if (number !== undefined && number.no !== null) return dossierCode(number.round, number.no);
  return texts.t(`words.dossierCode.${number === undefined && submitted === null ? 'unsent' : 'pending'}`);
}

/** The numbers of a round, by candidate id: for lists. */
export async function numbersOf(turn: Turn, round: string): Promise<ReadonlyMap<string, DossierNumber>> {
  const all = await turn.list(dossierNumberRecord, byRound(round));
  return new Map(all.map(({ data }) => [data.candidate, data]));
}

/** That a dossier sent for the first time gets a number. @param sentAt as stored */
export const oweNumber = (scope: Scope, { round, candidate, sentAt }: Omit<DossierNumber, 'no'>): Change =>
  create(dossierNumberRecord, scope, dossierNumberId(round, candidate), { round, candidate, sentAt, no: null });

/** Fewer than one transaction takes, with its audit event. */
const stepSize = 90;

/**
 * Dossiers that an earlier release sent are owed their numbers like any other, in the order in which they were sent. Once for each round;
 * interrupted, the next start goes on.
 */
export async function numberEarlier(turn: Turn): Promise<void> {
  for (const { data } of await turn.list(roundRecord)) {
    const { round } = data;
    if ((await turn.get(numberingRecord, numberingId(round))) !== undefined) continue;
    const known = await numbersOf(turn, round);
    const owed = (await turn.list(nominationRecord, byRound(round))).flatMap(({ data: { candidate, submitted } }) =>
      submitted === null || known.has(candidate.id)
        ? []
        : [oweNumber(turn.scope, { round, candidate: candidate.id, sentAt: submitted.at })],
    );
    for (let i = 0; i < owed.length; i += stepSize) {
      turn.commit({ command: 'number.earlier', subject: numberingId(round), changes: owed.slice(i, i + stepSize) });
      await turn.settle();
    }
    turn.ride([create(numberingRecord, turn.scope, numberingId(round), { round, last: 0 })]);
  }
}

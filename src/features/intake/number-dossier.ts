import { oweRefresh } from '../../delivery/owe/owe.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { put, replace } from '../../ports/documents.ts';
import { type DossierNumber, dossierNumberRecord, numberingId, numberingRecord } from '../../records/dossier-number.ts';
import { nominationId } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

/** Gives a dossier the next number of its round; one that has a number keeps it. The cards that show the dossier are drawn again. */
export async function numberDossier(turn: Turn, number: Loaded<DossierNumber>): Promise<void> {
  const { data } = number;
  if (data.no !== null) return;
  const { round, candidate } = data;
  const id = numberingId(round);
  const numbering = await turn.get(numberingRecord, id);
  const no = (numbering?.data.last ?? 0) + 1;
  const dossier = nominationId(round, candidate);
  turn.commit({
    command: 'number.give',
    subject: number.id,
    facts: { no: String(no) },
    changes: [
      replace(dossierNumberRecord, number, { ...data, no }),
      put(numberingRecord, { ...turn.scope, id }, numbering, { round, last: no }),
      oweRefresh(turn.scope, turn.at, dossier, 'number'),
    ],
  });
}

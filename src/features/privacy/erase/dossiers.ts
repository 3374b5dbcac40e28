import { oweRefresh } from '../../../delivery/owe/owe.ts';
import { isPaper } from '../../../domain/dossier/retention.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { remove } from '../../../ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../../records/assessment.ts';
import { evidenceOf, evidenceRecord } from '../../../records/evidence.ts';
import { extensionId, extensionRecord } from '../../../records/extension.ts';
import { formerBy, formerOpinionRecord } from '../../../records/former-opinion.ts';
import { nominationId, nominationRecord } from '../../../records/nomination.ts';
import { paperDossierId, paperDossierRecord } from '../../../records/paper-dossier.ts';
import { sentFileRecord, sentFilesOf } from '../../../records/sent-file.ts';
import { standingId, standingRecord } from '../../../records/standing.ts';
import { nothingLeft, type Part, type Step, stepSize } from './part.ts';

/** What was never sent, or was taken back, round by round: texts, ratings, evidence with its bytes. A dossier that is kept is not touched. */
export const forgetUnsent: Part = async (turn, { person: { id }, rounds }) => {
  for (const round of rounds) {
    const step = await forgetIn(turn, id, round);
    if (step !== undefined) return step;
  }
  return nothingLeft;
};

async function forgetIn(turn: Turn, id: string, round: string): Promise<Step | undefined> {
  const nomination = await turn.get(nominationRecord, nominationId(round, id));
  const files = await turn.list(sentFileRecord, sentFilesOf(round, id));
  const isKept = nomination !== undefined && isPaper(nomination.data);
  const evidence = isKept ? [] : await turn.list(evidenceRecord, evidenceOf(round, id));
  const texts = isKept
    ? []
    : [
        nomination,
        await turn.get(assessmentRecord, assessmentId(round, id)),
        await turn.get(extensionRecord, extensionId(round, id)),
        await turn.get(paperDossierRecord, paperDossierId(round, id)),
        await turn.get(standingRecord, standingId(round, id)),
        ...(await turn.list(formerOpinionRecord, formerBy.candidate(round, id))),
      ].flatMap((one) => one ?? []);
  const pieces = evidence.slice(0, stepSize).map((piece) => ({ round, piece }));
  const others = [...files, ...texts].slice(0, stepSize - pieces.length);
  const n = pieces.length + others.length;
  if (n === 0) return undefined;
  const shown = oweRefresh(turn.scope, turn.clock.now(), nominationId(round, id), turn.newId());
  const removed = [...pieces.map(({ piece }) => remove(piece)), ...others.map(remove<unknown>)];
  return { changes: [...removed, shown], n, next: '', pieces };
}

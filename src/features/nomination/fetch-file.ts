import { DateTime } from 'luxon';
import { isSent } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { type Dossier, loadDossier } from '../../model/dossier/dossier.ts';
import { evidenceOwner } from '../../model/dossier/evidence-bytes.ts';
import { idsOf, isWritable } from '../../model/dossier/own.ts';
import { oneAtATime } from '../../pipeline/one-at-a-time.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { ReceivedFile } from '../../ports/files.ts';
import { type Change, StoreError } from '../../ports/store.ts';
import { evidenceId, evidenceRecord } from '../../records/evidence.ts';
import { nominationId } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { SentFile } from '../../records/sent-file.ts';
import { dossiersOf, requireNew, requireRoom } from './evidence.ts';
import { checkEvidenceFile, type FileKind } from './file-kind.ts';
import { asRefusal } from './file-refusals.ts';
import { settled } from './tell-files.ts';

/** After these seconds it is tried again; then the sender is told to send the file anew, while they still look. */
const triesAgainAfter = [0.5, 1];
/** An address lives for a short time: what its host refuses will not come by asking again. */
const refusedByHost = /^HTTP 4(?!08|29)/;

interface Fetched {
  readonly file: ReceivedFile;
  readonly kind: FileKind;
}

/** Fetches one file that was sent, and keeps it as evidence or says why not; the sender is told once none waits for its first try. */
export async function fetchFile(turn: Turn, due: Loaded<SentFile>): Promise<void> {
  const { data } = due;
  const fetched = await fetchOnce(turn, data).catch((error: unknown) => asKnown(turn, error));
  try {
    // Two pieces that come in at once would each find room for itself; and nobody deletes these bytes before they are named.
    await oneAtATime(evidenceOwner({ round: data.round, candidate: data.candidate.id }), async () => {
      turn.reread();
      const { after, changes } = await outcomeOf(turn, data, fetched);
      const command = after.evidence === '' ? 'evidence.refuse' : 'evidence.receive';
      const facts = { by: data.by, ...(after.refused && { code: after.refused.code }) };
      const all = [...changes, ...(await settled(turn, due, after))];
      if (after.dueAt === null)
        turn.commit({ command, subject: nominationId(data.round, data.candidate.id), facts, changes: all });
      else turn.ride(all);
      await turn.settle();
    });
  } finally {
    if (!(fetched instanceof CodedError)) await fetched.file.drop();
  }
}

async function fetchOnce(turn: Turn, data: SentFile): Promise<Fetched> {
  const { name, url, kind } = data;
  const dossier = await openDossier(turn, data);
  requireRoom(dossier, { count: 0, name });
  const { evidence } = dossier.plan.settings;
  const file = await turn.files.receive(turn.attachments.fetch({ name, url, kind }, evidence.maxBytes));
  try {
    return { file, kind: await checkEvidenceFile(file, name, evidence) };
  } catch (error) {
    await file.drop();
    throw error;
  }
}

/** What nobody foresaw is logged, and may pass. */
function asKnown(turn: Turn, error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof StoreError) throw error;
  turn.log.error({ err: error }, 'a file could not be fetched');
  return new CodedError('FILE_UNAVAILABLE', { reason: 'unknown' });
}

async function outcomeOf(
  turn: Turn,
  data: SentFile,
  fetched: Fetched | CodedError,
): Promise<{ after: SentFile; changes: Change[] }> {
  const over = { ...data, url: '', dueAt: null };
  try {
    if (fetched instanceof CodedError) throw fetched;
    const { id, changes } = await kept(turn, data, fetched);
    return { after: { ...over, evidence: id }, changes };
  } catch (error) {
    const known = asKnown(turn, error);
    const mayPass = known.code === 'FILE_UNAVAILABLE' && !refusedByHost.test(String(known.facts.reason));
    const wait = mayPass ? triesAgainAfter[data.attempts] : undefined;
    if (wait !== undefined) {
      const again = { ...data, attempts: data.attempts + 1, dueAt: stamp(turn.at.plus({ seconds: wait })) };
      return { after: again, changes: [] };
    }
    const refused = asRefusal(new CodedError(known.code, { name: data.name, ...known.facts }));
    return { after: { ...over, refused }, changes: [] };
  }
}

/** The bytes come before the record: a record never names bytes that are not there. @throws CodedError when the dossier does not take it */
async function kept(turn: Turn, data: SentFile, { file, kind }: Fetched): Promise<{ id: string; changes: Change[] }> {
  const dossier = await openDossier(turn, data);
  const { name, mediaType } = kind;
  const { sha256, size: bytes } = file;
  for (const one of await dossiersOf(turn, data.by, dossier)) requireNew(one, { digest: sha256, name });
  requireRoom(dossier, { count: 0, name });
  await file.keep(evidenceOwner(idsOf(dossier)));
  const id = evidenceId(data.round, data.candidate.id, sha256);
  const evidence = create(evidenceRecord, turn.scope, id, {
    ...{ round: data.round, candidate: data.candidate, criterion: '', kind: 'file', name, url: '' },
    ...{ sha256, bytes, mediaType, added: { by: data.by, at: data.at } },
  });
  return { id, changes: [evidence] };
}

/** @throws CodedError FILE_CLOSED unless it was sent in time: before the deadline, and before the dossier was sent */
async function openDossier(turn: Turn, { round, candidate, at, name }: SentFile): Promise<Dossier> {
  const dossier = await loadDossier(turn, round, candidate.id);
  const { submitted, state } = dossier.nomination?.data ?? { submitted: null, state: 'draft' };
  const wentAlong = submitted !== null && isSent(state) && at <= submitted.at;
  if (wentAlong || isWritable(dossier, DateTime.fromISO(at, { zone: dossier.plan.zone }))) return dossier;
  throw new CodedError('FILE_CLOSED', { name });
}

import { create } from '../../src/ports/documents.ts';
import { dossierKey, evidenceId, evidenceRecord } from '../../src/records/evidence.ts';
import type { Place } from '../../src/transfer/place.ts';
import { unit } from '../story/support/launches.ts';
import { keepFile, keptFile } from '../support/memory-files.ts';

export const bytes = Buffer.from('%PDF-1.7 minh chứng của một tiêu chuẩn');
const round = 'annual-2026';
const candidate = { kind: 'person' as const, id: 'person:an' };
const named = {
  round,
  criterion: 'CN1',
  kind: 'file' as const,
  name: 'Báo cáo kết quả kết nối việc làm.pdf',
  mediaType: 'application/pdf',
  url: '',
  added: { by: candidate.id, at: '2026-11-04T02:00:00.000Z' },
};

/** A piece of evidence of somebody of the roster, and its bytes. @returns what finds them */
export async function addEvidence({ store, files }: Pick<Place, 'store' | 'files'>): Promise<string> {
  const sha256 = await keepFile(files, dossierKey(round, candidate.id), bytes);
  const [someone] = (await store.query({ unit, type: 'person', limit: 1 })).items;
  const scope = { unit, tenant: someone?.doc.tenant ?? '' };
  const evidence = { ...named, candidate, sha256, bytes: bytes.byteLength };
  await store.commit(unit, [create(evidenceRecord, scope, evidenceId(round, candidate.id, sha256), evidence)]);
  return sha256;
}

export const evidenceIn = ({ files }: Pick<Place, 'files'>, sha256: string): Promise<Buffer | undefined> =>
  keptFile(files, dossierKey(round, candidate.id), sha256);

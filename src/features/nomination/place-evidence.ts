import { CodedError } from '../../domain/errors.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { evidenceOwner, forgetBytes } from '../../model/dossier/evidence-bytes.ts';
import { idsOf, nominationOf, ownDossier, refreshed, requireWritable } from '../../model/dossier/own.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { create, remove, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { dossierKey, type Evidence, evidenceId, evidenceRecord } from '../../records/evidence.ts';
import type { Loaded } from '../../records/record.ts';
import { criterionOf } from './criterion.ts';
import { evidenceOf, requireNew, requireRoom } from './evidence.ts';

/** What one piece of evidence proves: a criterion of its own dossier, or of another that the same person writes. */
export interface Placement {
  readonly evidence: string;
  readonly candidate: string;
  readonly criterion: string;
}
interface Placed {
  readonly piece: Loaded<Evidence>;
  readonly from: Dossier;
  readonly to: Dossier;
  readonly criterion: string;
}

/** @returns the dossier that the first piece is now in; undefined when there was nothing to place */
export async function placeEvidence(ctx: Ctx, placements: readonly Placement[]): Promise<Dossier | undefined> {
  const placed = await plan(ctx, placements);
  const [first] = placed;
  if (first === undefined) return undefined;
  const changes = placed.flatMap((one) => changesOf(ctx, one));
  if (changes.length === 0) return first.to;
  await copyBytes(ctx, placed);
  ctx.commit({
    command: 'evidence.place',
    subject: nominationOf(first.to),
    facts: { pieces: String(placed.length) },
    changes: [...changes, ...[...new Set(placed.flatMap((p) => [p.from, p.to]))].map((d) => refreshed(ctx, d))],
  });
  for (const { piece, from, to } of placed) if (from !== to) await forgetBytes(ctx, idsOf(from), piece);
  return first.to;
}

/** @throws CodedError for the first placement that may not be: no such piece or criterion, not their dossier, closed, full, already there */
async function plan(ctx: Ctx, placements: readonly Placement[]): Promise<Placed[]> {
  const known = new Map<string, Dossier>();
  const dossierOf = async (round: string, candidate: string): Promise<Dossier> => {
    const key = dossierKey(round, candidate);
    const dossier = known.get(key) ?? (await ownDossier(ctx, { round, candidate }));
    requireWritable(dossier, ctx.at);
    known.set(key, dossier);
    return dossier;
  };
  const placed: Placed[] = [];
  for (const { evidence, candidate, criterion } of placements) {
    const piece = await evidenceOf(ctx, evidence);
    const { round, name } = piece.data;
    const from = await dossierOf(round, piece.data.candidate.id);
    const to = await dossierOf(round, candidate);
    if (from !== to) {
      requireNew(to, { digest: digestOf(piece), name });
      requireRoom(to, { count: placed.filter((p) => p.from !== to && p.to === to).length, name });
    }
    placed.push({ piece, from, to, criterion: criterionOf(to, criterion).id });
  }
  return placed;
}

const digestOf = (piece: Loaded<Evidence>): string => piece.id.slice(piece.id.lastIndexOf(':') + 1);

function changesOf(ctx: Ctx, { piece, from, to, criterion }: Placed): Change[] {
  if (from === to) {
    return piece.data.criterion === criterion ? [] : [replace(evidenceRecord, piece, { ...piece.data, criterion })];
  }
  const { kind, id } = to.candidate;
  // New in the other dossier, whenever it was sent to the first: whoever read that one has not been shown it here.
  const moved = { ...piece.data, candidate: { kind, id }, criterion, added: { by: ctx.me.id, at: stamp(ctx.at) } };
  return [create(evidenceRecord, ctx.scope, evidenceId(moved.round, id, digestOf(piece)), moved), remove(piece)];
}

/** Before the commit: a record never names bytes that are not there. */
async function copyBytes(ctx: Ctx, placed: readonly Placed[]): Promise<void> {
  for (const { piece, from, to } of placed) {
    if (from === to || piece.data.kind !== 'file') continue;
    const there = { owner: evidenceOwner(idsOf(from)), sha256: piece.data.sha256 };
    if (!(await ctx.files.copy(there, evidenceOwner(idsOf(to))))) throw new CodedError('NO_SUCH_EVIDENCE');
  }
}

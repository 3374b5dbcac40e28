import { CodedError } from '../../domain/errors.ts';
import { enters } from '../../domain/policy/dossier.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { evidenceOwner } from '../../model/dossier/evidence-bytes.ts';
import { idsOf, ownDossier, requireWritable, writableDossiers } from '../../model/dossier/own.ts';
import { inPosts } from '../../pipeline/acting.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { keepsFiles } from '../../pipeline/kept-files.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Evidence, evidenceRecord } from '../../records/evidence.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { dossierShow } from './refs.ts';

/** What is kept for as long as a dossier has it. */
export const keptEvidence = keepsFiles(evidenceRecord, ({ kind, round, candidate, sha256 }) =>
  kind === 'file' ? { owner: evidenceOwner({ round, candidate: candidate.id }), sha256 } : undefined,
);

/** By an id from a card, which may be forged. */
export const findEvidence = async (turn: Turn, id: string): Promise<Loaded<Evidence> | undefined> =>
  id.startsWith('evidence:') ? turn.get(evidenceRecord, id) : undefined;

/** @throws CodedError NO_SUCH_EVIDENCE: removed meanwhile, or a forged id */
export async function evidenceOf(turn: Turn, id: string): Promise<Loaded<Evidence>> {
  const evidence = await findEvidence(turn, id);
  if (evidence === undefined) throw new CodedError('NO_SUCH_EVIDENCE');
  return evidence;
}

/**
 * Where what somebody sends is put first; a head may give it to the department's then.
 * @throws Refusal as `requireWritable`, with the person's own dossier; CodedError NOT_YOUR_DOSSIER and those of `loadDossier`
 */
export async function dossierToAddTo(ctx: Ctx): Promise<Dossier> {
  const all = await writableDossiers(ctx);
  const [next] = all;
  // What belongs to somebody else never goes to one's own because theirs is full.
  if (next !== undefined && enters(ctx.actor, next.candidate)) return next;
  const first = all.find((dossier) => !isFull(dossier)) ?? next;
  if (first !== undefined) return first;
  const own = await ownDossier(ctx, { round: '', candidate: '' });
  requireWritable(own, ctx.at, dossierShow.ref(idsOf(own)));
  throw new CodedError('NOT_YOUR_DOSSIER');
}

const isFull = ({ evidence, plan }: Dossier, more = 0): boolean =>
  evidence.length + more >= plan.settings.evidence.maxFiles;

/** This dossier, and the others in which what this person sends may be already. */
export async function dossiersOf(turn: Turn, personId: string, dossier: Dossier): Promise<Dossier[]> {
  const person = await turn.get(personRecord, personId);
  if (person === undefined) return [dossier];
  const written = await writableDossiers({ ...turn, actor: asActor(await inPosts(turn, person)) });
  return [dossier, ...written.filter(({ candidate }) => candidate.id !== dossier.candidate.id)];
}

/** @throws CodedError EVIDENCE_FULL when the plan's number of pieces is reached */
export function requireRoom(dossier: Dossier, more: { count: number; name: string }): void {
  const { maxFiles } = dossier.plan.settings.evidence;
  if (isFull(dossier, more.count)) throw new CodedError('EVIDENCE_FULL', { name: more.name, max: maxFiles });
}

/** @throws CodedError EVIDENCE_ALREADY, EVIDENCE_ALREADY_LOOSE: the same bytes, or the same address, are there already */
export function requireNew(dossier: Dossier, piece: { digest: string; name: string }): void {
  const same = dossier.evidence.find((e) => e.id.endsWith(`:${piece.digest}`));
  if (same === undefined) return;
  const { criterion } = same.data;
  const facts = { name: piece.name, known: same.data.name, criterion, owner: dossier.candidate.name };
  throw new CodedError(criterion === '' ? 'EVIDENCE_ALREADY_LOOSE' : 'EVIDENCE_ALREADY', facts);
}

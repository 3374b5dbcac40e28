import { createHash } from 'node:crypto';
import { CodedError } from '../../domain/errors.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { idsOf, nominationOf, ownDossier, refreshed, requireWritable } from '../../model/dossier/own.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { oneAtATime } from '../../pipeline/one-at-a-time.ts';
import { retryOnce } from '../../pipeline/retry.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Attachment } from '../../ports/files.ts';
import { evidenceId, evidenceRecord } from '../../records/evidence.ts';
import { evidenceOwner, requireNew, requireRoom, writableDossiers } from './evidence.ts';
import { checkEvidenceFile } from './file-kind.ts';
import { asRefusal, type FileRefusal, writeRefusals } from './file-refusals.ts';
import { dossierShow, evidenceSort } from './refs.ts';

interface Received {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
}
interface Taken {
  readonly received: readonly Received[];
  readonly refused: readonly FileRefusal[];
}

/**
 * Files sent in the chat, or pictures pasted into it: each is checked by itself and kept, then one card asks what they prove.
 * Bytes are kept before the record: bytes without a record harm nobody, a record without bytes would.
 */
export async function receiveFiles(ctx: Ctx): Promise<Answer> {
  const [first] = await writableDossiers(ctx);
  if (first === undefined) {
    const own = await ownDossier(ctx, { round: '', candidate: '' });
    requireWritable(own, ctx.at, dossierShow.ref(idsOf(own)));
  }
  const taken = await take(ctx);
  // Two messages at once would each find room for all their files.
  const kept = await oneAtATime(ctx.me.id, () => retryOnce(() => register(ctx, taken.received)));
  return show(
    evidenceSort.ref({
      round: kept.round,
      candidate: kept.candidate,
      files: kept.ids.join(' '),
      refused: writeRefusals([...taken.refused, ...kept.refused]),
    }),
  );
}

/** One after another: a file of the largest size is held in memory once, not once for each attachment. */
async function take(ctx: Ctx): Promise<Taken> {
  const dossiers = await writableDossiers(ctx);
  const received: Received[] = [];
  const refused: FileRefusal[] = [];
  for (const [i, attachment] of ctx.sent.entries()) {
    try {
      received.push(await takeOne(ctx, { attachment: named(ctx, attachment, i + 1), dossiers, received }));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      refused.push(asRefusal(error));
    }
  }
  return { received, refused };
}

async function takeOne(
  ctx: Ctx,
  one: { attachment: Attachment; dossiers: readonly Dossier[]; received: readonly Received[] },
): Promise<Received> {
  const { attachment, received } = one;
  const dossier = firstOf(one.dossiers);
  const { evidence } = dossier.plan.settings;
  requireRoom(dossier, { count: received.length, name: attachment.name });
  const bytes = await ctx.attachments.fetch(attachment, evidence.maxBytes);
  if (bytes.byteLength > evidence.maxBytes) {
    throw new CodedError('FILE_TOO_BIG', { name: attachment.name, max: Math.floor(evidence.maxBytes / 1024 / 1024) });
  }
  const kind = await checkEvidenceFile(bytes, attachment.name, evidence);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (received.some((r) => r.sha256 === sha256)) throw new CodedError('FILE_TWICE', { name: kind.name });
  for (const sent of one.dossiers) requireNew(sent, { digest: sha256, name: kind.name });
  await ctx.files.put(evidenceOwner(idsOf(dossier)), sha256, bytes);
  return { name: kind.name, mediaType: kind.mediaType, sha256, bytes: bytes.byteLength };
}

/** Looks again at what the dossier holds: the same message may be delivered twice, at once. */
async function register(
  ctx: Ctx,
  received: readonly Received[],
): Promise<{ round: string; candidate: string; ids: string[]; refused: FileRefusal[] }> {
  ctx.reread();
  const { at } = ctx;
  const dossiers = await writableDossiers(ctx);
  const dossier = firstOf(dossiers);
  const { round, candidate } = idsOf(dossier);
  const refused: FileRefusal[] = [];
  const fresh: Received[] = [];
  for (const file of received) {
    try {
      for (const sent of dossiers) requireNew(sent, { digest: file.sha256, name: file.name });
      requireRoom(dossier, { count: fresh.length, name: file.name });
      fresh.push(file);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      refused.push(asRefusal(error));
    }
  }
  const ids = fresh.map(({ sha256 }) => evidenceId(round, candidate, sha256));
  if (fresh.length === 0) return { round, candidate, ids, refused };
  ctx.commit({
    command: 'evidence.receive',
    subject: nominationOf(dossier),
    facts: { files: String(fresh.length) },
    changes: [
      ...fresh.map((file, i) =>
        create(evidenceRecord, ctx.scope, ids[i] ?? '', {
          ...file,
          round,
          candidate: { kind: dossier.candidate.kind, id: candidate },
          criterion: '',
          kind: 'file',
          url: '',
          added: { by: ctx.me.id, at: stamp(at) },
        }),
      ),
      refreshed(ctx, dossier),
    ],
  });
  await ctx.settle();
  return { round, candidate, ids, refused };
}

/** @throws CodedError NOT_YOUR_DOSSIER when the deadline passed between two looks */
function firstOf(dossiers: readonly Dossier[]): Dossier {
  const [first] = dossiers;
  if (first === undefined) throw new CodedError('NOT_YOUR_DOSSIER');
  return first;
}

/** A pasted picture has no name of its own. */
function named(ctx: Ctx, attachment: Attachment, place: number): Attachment {
  if (attachment.name !== '') return attachment;
  const name = ctx
    .texts(ctx.me.data.locale)
    .t('words.dossier.picture', { n: place, at: ctx.at.toFormat('HH.mm dd-MM-yyyy') });
  return { ...attachment, name };
}

import { createHash } from 'node:crypto';
import { CodedError } from '../../domain/errors.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { idsOf, nominationOf } from '../../model/dossier/own.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Attachment } from '../../ports/files.ts';
import { sentFileId, sentFileRecord, sentFilesOf } from '../../records/sent-file.ts';
import { dossierToAddTo } from './evidence.ts';
import { tidyName } from './file-kind.ts';
import { asRefusal, type FileRefusal, writeRefusals } from './file-refusals.ts';
import { evidenceReceiving } from './refs.ts';

/**
 * Files sent in the chat, or pictures pasted into it. Whoever sent them is answered at once: fetching them is owed, as it waits for somebody
 * else's service, and what became of them is told in one message.
 */
export async function receiveFiles(ctx: Ctx): Promise<Answer> {
  const dossier = await dossierToAddTo(ctx);
  const { round, candidate } = idsOf(dossier);
  const { taken, underWay, refused } = await sortedOut(ctx, dossier);
  if (taken.length > 0) {
    const { kind } = dossier.candidate;
    const at = stamp(ctx.at);
    ctx.commit({
      command: 'evidence.send',
      subject: nominationOf(dossier),
      facts: { files: String(taken.length) },
      changes: taken.map((file, place) =>
        create(sentFileRecord, ctx.scope, file.id, {
          ...{ round, candidate: { kind, id: candidate }, by: ctx.me.id, at, place },
          ...{ name: file.name, kind: file.kind, url: file.url, attempts: 0, evidence: '', refused: null },
          // In the order in which they were sent.
          dueAt: stamp(ctx.at.minus({ milliseconds: taken.length - place })),
        }),
      ),
    });
  }
  const sent = JSON.stringify(underWay.map(({ id, name }) => ({ id, name })));
  return show(evidenceReceiving.ref({ round, candidate, sent, refused: writeRefusals(refused) }));
}

type Sent = Attachment & { readonly id: string };

/** What is to be fetched, what of this message is under way then, and what is refused without being asked for. */
async function sortedOut(
  ctx: Ctx,
  dossier: Dossier,
): Promise<{ taken: Sent[]; underWay: Sent[]; refused: FileRefusal[] }> {
  const { round, candidate } = idsOf(dossier);
  const { maxFiles } = dossier.plan.settings.evidence;
  const known = await ctx.list(sentFileRecord, sentFilesOf(round, candidate));
  // What is refused once it is fetched leaves room again; whoever sends twenty more than fit is told at once.
  const room = maxFiles - dossier.evidence.length - known.filter(({ data }) => data.dueAt !== null).length;
  const taken: Sent[] = [];
  const underWay = new Map<string, Sent>();
  const refused: FileRefusal[] = [];
  for (const [i, attachment] of ctx.sent.entries()) {
    const name = nameOf(ctx, attachment, i + 1);
    const id = sentFileId(round, candidate, createHash('sha256').update(attachment.url).digest('hex'));
    const file = { ...attachment, name, id };
    const isKnown = underWay.has(id) || known.some((one) => one.id === id);
    const strange = strangeAddress(ctx, file);
    if (strange !== undefined) refused.push(strange);
    else if (!isKnown && taken.length >= room)
      refused.push(asRefusal(new CodedError('EVIDENCE_FULL', { name, max: maxFiles })));
    else {
      underWay.set(id, file);
      if (!isKnown) taken.push(file);
    }
  }
  return { taken, underWay: [...underWay.values()], refused };
}

/** Why nothing is ever fetched from where this file lies. */
function strangeAddress(ctx: Ctx, file: Attachment): FileRefusal | undefined {
  try {
    ctx.attachments.requireAllowed(file);
    return undefined;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return asRefusal(error);
  }
}

/** A pasted picture has no name of its own. */
function nameOf(ctx: Ctx, { name }: Attachment, place: number): string {
  if (name !== '') return tidyName(name);
  const at = ctx.at.toFormat('HH.mm dd-MM-yyyy');
  return ctx.texts(ctx.me.data.locale).t('words.dossier.picture', { n: place, at });
}

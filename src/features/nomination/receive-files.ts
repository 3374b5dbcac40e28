import { createHash } from 'node:crypto';
import { CodedError } from '../../domain/errors.ts';
import { idsOf, nominationOf, ownDossier, requireWritable } from '../../model/dossier/own.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Attachment } from '../../ports/files.ts';
import { sentFileId, sentFileRecord, sentFilesOf } from '../../records/sent-file.ts';
import { writableDossiers } from './evidence.ts';
import { tidyName } from './file-kind.ts';
import { asRefusal, writeRefusals } from './file-refusals.ts';
import { dossierShow, evidenceReceiving } from './refs.ts';

/**
 * Files sent in the chat, or pictures pasted into it. Whoever sent them is answered at once: fetching them is owed, as it waits for somebody
 * else's service, and what became of them is told in one message.
 */
export async function receiveFiles(ctx: Ctx): Promise<Answer> {
  const [dossier] = await writableDossiers(ctx);
  if (dossier === undefined) {
    const own = await ownDossier(ctx, { round: '', candidate: '' });
    requireWritable(own, ctx.at, dossierShow.ref(idsOf(own)));
    throw new CodedError('NOT_YOUR_DOSSIER');
  }
  const { round, candidate } = idsOf(dossier);
  const { maxFiles } = dossier.plan.settings.evidence;
  const known = await ctx.list(sentFileRecord, sentFilesOf(round, candidate));
  const waiting = known.filter(({ data }) => data.dueAt !== null).length;
  const sent = ctx.sent.map((attachment, i) => {
    const digest = createHash('sha256').update(attachment.url).digest('hex');
    return { ...attachment, name: nameOf(ctx, attachment, i + 1), id: sentFileId(round, candidate, digest) };
  });
  const fresh = sent.filter(({ id }, i) => !known.some((k) => k.id === id) && sent.findIndex((s) => s.id === id) === i);
  // What is refused when it is fetched leaves room; whoever sends twenty more than fit is told at once.
  const room = Math.max(0, maxFiles - dossier.evidence.length - waiting);
  const taken = fresh.slice(0, room);
  const refused = fresh
    .slice(room)
    .map(({ name }) => asRefusal(new CodedError('EVIDENCE_FULL', { name, max: maxFiles })));
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
  const under = sent.filter(({ id }) => !fresh.slice(room).some((file) => file.id === id));
  const underWay = JSON.stringify(under.map(({ id, name }) => ({ id, name })));
  return show(evidenceReceiving.ref({ round, candidate, sent: underWay, refused: writeRefusals(refused) }));
}

/** A pasted picture has no name of its own. */
function nameOf(ctx: Ctx, { name }: Attachment, place: number): string {
  if (name !== '') return tidyName(name);
  const at = ctx.at.toFormat('HH.mm dd-MM-yyyy');
  return ctx.texts(ctx.me.data.locale).t('words.dossier.picture', { n: place, at });
}

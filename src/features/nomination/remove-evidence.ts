import { z } from 'zod';
import { forgetBytes } from '../../model/dossier/evidence-bytes.ts';
import { idsOf, nominationOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { remove } from '../../ports/documents.ts';
import { evidenceList, evidenceRemove } from './refs.ts';

export const removeEvidenceInput = z.strictObject({
  ...whose,
  evidence: z.string(),
  confirm: confirmation,
});
type Input = z.infer<typeof removeEvidenceInput>;

/** Takes a piece of evidence out of a dossier that is still being written; at the first click only asks for confirmation. */
export async function removeEvidence(ctx: Ctx, input: Input): Promise<Answer> {
  const { at } = ctx;
  const dossier = await ownDossier(ctx, input);
  const ids = idsOf(dossier);
  const done = show(evidenceList.ref(ids), good('evidence.removed'));
  requireWritable(dossier, at, done.show);
  // Of this dossier, or nothing: an id of another dossier is as good as none.
  const piece = dossier.evidence.find((e) => e.id === input.evidence);
  if (piece === undefined) return done;
  if (!input.confirm) return show(evidenceRemove.ref({ evidence: piece.id }));
  ctx.commit({
    command: 'evidence.remove',
    subject: nominationOf(dossier),
    facts: { evidence: piece.id },
    changes: [remove(piece), refreshed(ctx, dossier)],
  });
  await forgetBytes(ctx, ids, piece);
  return done;
}

import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { enters } from '../../domain/policy/dossier.ts';
import { type Dossier, loadDossier } from '../../model/dossier/dossier.ts';
import { forgetBytes } from '../../model/dossier/evidence-bytes.ts';
import { idsOf, refreshed, requireWritable } from '../../model/dossier/own.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { remove, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { dossierShow } from '../nomination/refs.ts';
import { candidateFields, paperDrop, paperFind } from './refs.ts';

export const dropPaperInput = z.strictObject({ ...candidateFields, confirm: confirmation });

/**
 * Throws away what was entered from a paper and never sent, as when it was entered for the wrong person: afterwards the candidate has begun
 * nothing. A head's proposal stays and is to be answered again.
 * @throws CodedError PAPER_NOT_YOURS, WRONG_STATE, DEADLINE_PASSED and others of `requireWritable`
 */
export async function dropPaper(ctx: Ctx, input: z.infer<typeof dropPaperInput>): Promise<Answer> {
  const dossier = await loadDossier(ctx, input.round, input.candidate);
  const ids = idsOf(dossier);
  const done = show(
    paperFind.ref({ round: ids.round }),
    good('paper.dropped', { name: await nameApart(ctx, dossier.candidate) }),
  );
  if (dossier.paper === undefined) return done;
  if (!enters(ctx.actor, dossier.candidate)) throw new CodedError('PAPER_NOT_YOURS');
  requireWritable(dossier, ctx.at, dossierShow.ref(ids));
  if (dossier.facts.sentAt !== null) throw new CodedError('WRONG_STATE');
  if (!input.confirm) return show(paperDrop.ref(ids));
  ctx.commit({
    command: 'paper.drop',
    subject: dossier.paper.id,
    facts: { pieces: String(dossier.evidence.length) },
    changes: [...entered(dossier), refreshed(ctx, dossier)],
  });
  for (const piece of dossier.evidence) await forgetBytes(ctx, ids, piece);
  return done;
}

function entered(dossier: Dossier): Change[] {
  const { paper, assessment, evidence, nomination, extension } = dossier;
  const time = paper?.data.gaveTime === true ? extension : undefined;
  const gone = [paper, assessment, time, ...evidence].flatMap((one) =>
    one === undefined ? [] : [remove<unknown>(one)],
  );
  if (nomination === undefined) return gone;
  const { proposal } = nomination.data;
  if (proposal === null) return [...gone, remove(nomination)];
  return [
    ...gone,
    replace(nominationRecord, nomination, { ...nomination.data, proposal: { ...proposal, consent: 'pending' } }),
  ];
}

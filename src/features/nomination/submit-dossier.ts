import { z } from 'zod';
import { owe } from '../../delivery/owe/owe.ts';
import { isSent } from '../../domain/dossier/nomination.ts';
import { readSummary } from '../../domain/dossier/summary.ts';
import { enters } from '../../domain/policy/dossier.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { idsOf, ownDossier, requireWritable, whose } from '../../model/dossier/own.ts';
import { sendDossier } from '../../model/dossier/send.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, refusedBackTo, version } from '../../pipeline/inputs.ts';
import type { Change } from '../../ports/store.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { requireReady, versionOf } from './ready.ts';
import { dossierShow, nominationConfirm, nominationReceipt } from './refs.ts';

export const submitDossierInput = z.strictObject({
  ...whose,
  /** The version that the confirm card showed. */
  rev: version,
  confirm: confirmation,
  /** Absent on cards drawn before it was asked for. */
  summary: z.string().optional(),
});
type Input = z.infer<typeof submitDossierInput>;

/** Sends the dossier for the reviewer's opinion; at the first click only asks for confirmation. */
export async function submitDossier(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  const ids = idsOf(dossier);
  const { nomination } = dossier;
  const current = dossierShow.ref(ids);
  if (nomination !== undefined && isSent(nomination.data.state)) {
    // The second of two clicks by the same person: what they asked for is done.
    if (nomination.data.submitted?.by === ctx.me.id && nomination.data.state === 'submitted') {
      return show(dossierShow.ref(ids), good('nomination.submitted'));
    }
    const { by, at } = await lastChange(ctx, nomination.id);
    throw new Refusal('ALREADY_DONE', { facts: { by, at }, show: current });
  }
  requireWritable(dossier, ctx.at, current);
  const ready = await requireReady(ctx, dossier);
  if (!input.confirm) return show(nominationConfirm.ref(ids));
  const back = { show: nominationConfirm.ref(ids), typed: { summary: input.summary ?? '' } };
  if (input.rev !== versionOf(dossier)) throw new Refusal('DOSSIER_CHANGED', back);
  const { summary: typed } = input;
  const summary = typed === undefined ? undefined : await refusedBackTo(back, () => readSummary(typed));
  await send(ctx, dossier, { nomination: ready, summary });
  return show(dossierShow.ref(ids), good('nomination.submitted'));
}

interface Ready {
  readonly nomination: Loaded<Nomination>;
  readonly summary: string | undefined;
}

async function send(ctx: Ctx, dossier: Dossier, { nomination, summary }: Ready): Promise<void> {
  const { at, me } = ctx;
  const sent = await sendDossier(ctx, dossier, { by: me.id, at, summary });
  // Whoever enters it from a paper sends it; whose dossier it is learns that it was sent.
  const side = enters(ctx.actor, dossier.candidate) ? await candidatesSide(ctx, sent.nomination) : [];
  const receipt = (to: string): Change =>
    owe(ctx.scope, at, {
      subject: nomination.id,
      rev: nomination.rev + 1,
      to,
      kind: 'receipt',
      show: nominationReceipt.ref(idsOf(dossier)),
      urgent: true,
    });
  ctx.commit({
    command: 'nomination.submit',
    subject: nomination.id,
    facts: { level: sent.nomination.level, reviewer: sent.nomination.snapshot?.reviewerId ?? '' },
    changes: [...sent.changes, ...[...new Set([me.id, ...side])].map(receipt)],
  });
}

import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, reasonFrom, version } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { put, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Extension, extensionId, extensionRecord } from '../../records/extension.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { intakeExtended, intakeLateForm } from './refs.ts';
import { supplementUntil } from './supplement-until.ts';
import { earliestExtension, extendable, hasLeft, unsentDossier, unsentVersion } from './unsent-dossier.ts';

export const extendDossierInput = z.strictObject({
  /** Of the dossier, whether or not there is one yet. */
  nomination: z.string(),
  rev: version,
  send: confirmation,
  reason: z.string().default(''),
  until: z.string().default(''),
});

/**
 * The office gives one candidate more time, with a reason and a deadline of its own, whatever was begun; what is sent after everyone's deadline
 * is marked as late. Of a dossier that was sent back it changes the supplement deadline. Given again, the last one counts.
 */
export async function extendDossier(ctx: Ctx, input: z.infer<typeof extendDossierInput>): Promise<Answer> {
  const dossier = await unsentDossier(ctx, input.nomination);
  const { extension, candidate } = dossier;
  const form = intakeLateForm.ref({ nomination: input.nomination });
  if (!input.send) return show(form);
  if (!extendable(dossier)) throw new CodedError('WRONG_STATE');
  if (await hasLeft(ctx, dossier))
    throw new Refusal('EXTEND_LEFT', { show: form, facts: { name: await nameApart(ctx, candidate) } });
  const typed = { reason: input.reason, until: input.until };
  const reason = reasonFrom(typed, { required: true, form });
  const until = supplementUntil(dossier, { at: ctx.at, earliest: earliestExtension(dossier, ctx.at), form, typed });
  const done = show(form, good('intake.extended', { name: await nameApart(ctx, candidate), until }));
  const { data: last } = extension ?? {};
  if (last?.given.by === ctx.me.id && last.given.reason === reason && last.until === stamp(until)) return done;
  if (input.rev !== unsentVersion(dossier)) {
    const facts = await lastChange(ctx, extension?.id ?? input.nomination);
    throw new Refusal('ALREADY_DONE', { facts: { ...facts }, show: form });
  }
  const given = { by: ctx.me.id, at: stamp(ctx.at), reason };
  ctx.commit({
    command: 'intake.extend',
    subject: extensionId(dossier.round.data.round, candidate.id),
    facts: { until: stamp(until) },
    changes: await changesOf(ctx, dossier, { given, until: stamp(until) }),
  });
  return done;
}

async function changesOf(
  ctx: Ctx,
  { round, candidate, nomination, extension }: Dossier,
  { given, until }: Pick<Extension, 'given' | 'until'>,
): Promise<Change[]> {
  const { scope, at } = ctx;
  const key = round.data.round;
  const id = extensionId(key, candidate.id);
  const of = { kind: candidate.kind, id: candidate.id };
  const rev = (extension?.rev ?? 0) + 1;
  const dossier = { candidate: of, submitted: null, late: null };
  const told = { kind: 'intake.extended', show: intakeExtended.ref({ round: key, candidate: candidate.id }) };
  const returned = nomination?.data.state === 'returned' ? nomination.data.returned : null;
  return [
    put(extensionRecord, { ...scope, id }, extension, { round: key, candidate: of, given, until, isOver: false }),
    ...(nomination === undefined || returned === null
      ? []
      : [replace(nominationRecord, nomination, { ...nomination.data, returned: { ...returned, until } })]),
    oweRefresh(scope, at, `nomination:${key}:${candidate.id}`, `extended${rev}`),
    ...(await candidatesSide(ctx, dossier)).map((to) =>
      owe(scope, at, { ...told, to, subject: id, rev, urgent: true }),
    ),
  ];
}

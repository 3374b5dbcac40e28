import type { z } from 'zod';
import { mayErase, mayHandOut } from '../../domain/policy/privacy.ts';
import { isHere, nameOf } from '../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { erasureId, erasureRecord } from '../../records/erasure.ts';
import { firstPart } from './erase/erase-step.ts';
import { personParams, privacyErase, privacyErasure, privacyShow } from './refs.ts';
import { whoseOf } from './whose.ts';

export const erasePersonInput = personParams.extend({ confirm: confirmation });

/**
 * Has the data of somebody who has left erased: confirmed first, done by the lane, and never taken back. What belongs to a dossier that is kept stays.
 * Asked for again it shows what became of it.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal ERASE_STILL_HERE {name}
 */
export async function erasePerson(
  ctx: Ctx,
  { person: id, confirm }: z.infer<typeof erasePersonInput>,
): Promise<Answer> {
  requireMay(ctx, mayHandOut, 'OFFICE_ONLY');
  const { person } = await whoseOf(ctx, id);
  const known = await ctx.get(erasureRecord, erasureId(id));
  if (known !== undefined) return show(privacyErasure.ref({ person: id }));
  if (!mayErase(ctx.actor, { isHere: isHere(ctx, person.data) }))
    throw new Refusal('ERASE_STILL_HERE', {
      facts: { name: await nameOf(ctx, id) },
      show: privacyShow.ref({ person: id }),
    });
  if (!confirm) return show(privacyErase.ref({ person: id }));
  const at = stamp(ctx.at);
  const data = { person: id, asked: { by: ctx.me.id, at }, part: firstPart, after: '', isNamed: false, erased: 0 };
  ctx.commit({
    command: 'privacy.erase',
    subject: id,
    changes: [create(erasureRecord, ctx.scope, erasureId(id), { ...data, dueAt: at, endedAt: null })],
  });
  return show(privacyErasure.ref({ person: id }), good('privacy.erasing'));
}

import { DateTime } from 'luxon';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { nameOf } from '../../model/people/people.ts';
import { countHeld } from '../../model/sending/held-back.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Loaded } from '../../records/record.ts';
import { type Restoration, restorationRecord } from '../../records/restoration.ts';
import { requireChooser, restorationOf } from './load.ts';
import { type Choice, choice, restorationConfirm, restorationShow } from './refs.ts';

export const chooseInput = z.strictObject({ restoration: z.string().max(100), choice, confirm: confirmation });

/**
 * Whether what a restoration holds back is sent on or dropped: chosen once, confirmed first, and carried out by the lane. Where nothing is
 * held any more there is nothing to ask about.
 * @throws CodedError NOT_ALLOWED_HELD, RESTORATION_UNKNOWN; Refusal ALREADY_DONE {by, at}
 */
export async function chooseHeld(ctx: Ctx, input: z.infer<typeof chooseInput>): Promise<Answer> {
  requireChooser(ctx);
  const restoration = await restorationOf(ctx, input.restoration);
  const { data, id } = restoration;
  if (data.choice !== 'open') return chosen(ctx, restoration, input.choice);
  const n = await countHeld(ctx, id);
  if (!input.confirm && n > 0) return show(restorationConfirm.ref({ restoration: id, choice: input.choice }));
  ctx.commit({
    command: 'restoration.choose',
    subject: id,
    facts: { choice: input.choice, n: String(n) },
    changes: [
      replace(restorationRecord, restoration, {
        ...data,
        choice: input.choice,
        chosen: { by: ctx.me.id, at: stamp(ctx.at) },
      }),
      oweRefresh(ctx.scope, ctx.at, id, restoration.rev + 1),
    ],
  });
  return show(restorationShow.ref({ restoration: id }), remarkOf(input.choice, n));
}

const remarkOf = (what: Choice, n: number) => good(`restoration.${n === 0 ? 'seen' : what}`);

/** The same person's second click is as was asked; whoever comes later is told who chose. */
async function chosen(ctx: Ctx, { id, data }: Loaded<Restoration>, asked: Choice): Promise<Answer> {
  const page = restorationShow.ref({ restoration: id });
  if (data.chosen === null || (data.chosen.by === ctx.me.id && data.choice === asked)) return show(page);
  const at = DateTime.fromISO(data.chosen.at, { zone: ctx.plan.zone });
  throw new Refusal('ALREADY_DONE', { facts: { by: await nameOf(ctx, data.chosen.by), at }, show: page });
}

import { DateTime } from 'luxon';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { spreadId, spreadRecord } from '../../records/message.ts';
import { waveRecord } from '../../records/round.ts';
import { kindFor, manualWaveId } from './manual-wave.ts';
import { oweReminder } from './owe-reminder.ts';
import { remindConfirm, remindedAudience, remindShow } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import { requireOffice } from './show-remind.ts';
import { unfinishedIn } from './unfinished.ts';

export const remindNowInput = z.strictObject({
  round: z.string().max(40).default(''),
  audience: remindedAudience,
  formId: z.string().min(1).max(64),
  confirm: confirmation,
});
type Input = z.infer<typeof remindNowInput>;

/**
 * One reminder by hand to everyone unfinished, once a day and audience; confirmed first, for it goes to many.
 * @throws CodedError NO_ROUND; Refusal NOT_ALLOWED_REMIND, REMIND_CLOSED {at}, REMIND_ALREADY {at, by}, REMIND_NOBODY
 */
export async function remindNow(ctx: Ctx, input: Input): Promise<Answer> {
  const { at } = ctx;
  const { audience, formId } = input;
  const round = await roundOf(ctx, input.round);
  const key = round.data.round;
  requireOffice(ctx, key);
  const clock = await roundClock(ctx, round, at);
  const board = remindShow.ref({ round: key });
  if (clock.isOver) throw new Refusal('REMIND_CLOSED', { facts: { at: clock.closesAt }, show: board });
  const done = await alreadyDone(ctx, clock, input);
  if (done !== undefined) return done;
  const { staffTotal, heads } = await unfinishedIn(ctx, clock);
  const n = audience === 'staff' ? staffTotal : heads.length;
  if (n === 0) throw new Refusal('REMIND_NOBODY', { show: board });
  if (!input.confirm) return show(remindConfirm.ref({ round: key, audience, formId }));
  const wave = manualWaveId(clock, audience);
  const kind = kindFor[audience];
  ctx.commit({
    command: 'remind.now',
    subject: wave,
    changes: [
      create(waveRecord, ctx.scope, wave, {
        round: key,
        kind: `manual-${kind}`,
        on: clock.today,
        outcome: 'sent',
        at: stamp(at),
        numbers: {},
      }),
      oweReminder(ctx.scope, clock, { wave, kind, startedBy: ctx.me.id, form: formId }),
      oweRefresh(ctx.scope, at, round.id, wave),
    ],
  });
  return show(board, good(`reminders.sent.${audience}`, { n }));
}

/** The same form again is the same reminder; any other form of the day is refused. */
async function alreadyDone(ctx: Ctx, clock: RoundClock, { audience, formId }: Input): Promise<Answer | undefined> {
  const wave = manualWaveId(clock, audience);
  const sent = await ctx.get(waveRecord, wave);
  if (sent === undefined) return undefined;
  const spread = await ctx.get(spreadRecord, spreadId(wave));
  const params = { round: clock.round.data.round };
  if (spread?.data.params.form === formId) return show(remindShow.ref(params), good('reminders.sentAlready'));
  throw new Refusal('REMIND_ALREADY', {
    facts: {
      at: DateTime.fromISO(sent.data.at, { zone: clock.plan.zone }),
      by: await nameOf(ctx, spread?.data.startedBy ?? ''),
    },
    show: remindShow.ref(params),
  });
}

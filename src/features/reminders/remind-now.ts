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
import type { Change } from '../../ports/store.ts';
import { type PageRef, spreadId, spreadRecord } from '../../records/message.ts';
import { waveRecord } from '../../records/round.ts';
import { type ManualWave, manualWaves, type Target } from './manual-wave.ts';
import { oweReminder } from './owe-reminder.ts';
import { messages, messagesOf, type Reached, reachedBy } from './reached.ts';
import { remindConfirm, remindDepartment, remindShow } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import { requireOffice } from './show-remind.ts';

const common = {
  round: z.string().max(40).default(''),
  formId: z.string().min(1).max(64),
  confirm: confirmation,
};
const idOf = (type: string) => z.string().startsWith(`${type}:`).max(300);
export const remindNowInput = z.discriminatedUnion('audience', [
  z.strictObject({ ...common, audience: z.enum(['staff', 'heads']), of: z.literal('').default('') }),
  z.strictObject({ ...common, audience: z.literal('department'), of: idOf('department') }),
  z.strictObject({ ...common, audience: z.literal('person'), of: idOf('person') }),
]);
type Input = z.infer<typeof remindNowInput>;

/**
 * One reminder by hand, once a day and audience, to whoever is unfinished of everyone, of the heads, of one department and whoever leads it, or
 * to one person; confirmed first. Whoever was reminded by hand today is left out.
 * @throws CodedError NO_ROUND; Refusal NOT_ALLOWED_REMIND, REMIND_CLOSED {at}, REMIND_ALREADY {at, by}, REMIND_UNKNOWN, REMIND_NOBODY
 */
export async function remindNow(ctx: Ctx, input: Input): Promise<Answer> {
  const { audience, of, formId } = input;
  const round = await roundOf(ctx, input.round);
  const key = round.data.round;
  requireOffice(ctx, key);
  const clock = await roundClock(ctx, round, ctx.at);
  const board = remindShow.ref({ round: key });
  if (clock.isOver) throw new Refusal('REMIND_CLOSED', { facts: { at: clock.closesAt }, show: board });
  const reached = await reachedBy(ctx, clock, { audience, of });
  if (reached === undefined) throw new Refusal('REMIND_UNKNOWN', { show: board });
  const { department } = reached;
  const back = department === undefined ? board : remindDepartment.ref({ round: key, department: department.id });
  const done = await alreadyDone(ctx, clock, { target: input, formId, back });
  if (done !== undefined) return done;
  const asked = remindConfirm.ref({ round: key, audience, of, formId });
  const n = messages(reached);
  if (n === 0) throw new Refusal('REMIND_NOBODY', { show: of === '' ? board : asked });
  if (!input.confirm) return show(asked);
  const waves = manualWaves(clock, input).filter(({ kind }) => messagesOf(reached, kind) > 0);
  const [first] = waves.map(({ id }) => id);
  ctx.commit({
    command: 'remind.now',
    subject: first ?? round.id,
    changes: [
      ...(await Promise.all(waves.map((wave) => changesOf(ctx, clock, { wave, of, formId, reached })))).flat(),
      oweRefresh(ctx.scope, ctx.at, round.id, first ?? key),
    ],
  });
  return show(back, good(`reminders.sent.${audience}`, { n }));
}

interface Sending {
  readonly wave: ManualWave;
  readonly of: string;
  readonly formId: string;
  readonly reached: Reached;
}

async function changesOf(
  ctx: Ctx,
  clock: RoundClock,
  { wave, of, formId, reached: { department } }: Sending,
): Promise<Change[]> {
  return [
    create(waveRecord, ctx.scope, wave.id, {
      round: clock.round.data.round,
      kind: wave.name,
      on: clock.today,
      outcome: 'sent',
      at: stamp(ctx.at),
      numbers: {},
    }),
    await oweReminder(ctx, clock, {
      wave: wave.id,
      kind: wave.kind,
      startedBy: ctx.me.id,
      form: formId,
      ...(department === undefined ? {} : { part: { of, departmentId: department.id } }),
    }),
  ];
}

interface Asked {
  readonly target: Target;
  readonly formId: string;
  readonly back: PageRef;
}

/** The same form again is the same reminder; any other form of the day is refused. */
async function alreadyDone(ctx: Ctx, clock: RoundClock, { target, formId, back }: Asked): Promise<Answer | undefined> {
  const ids = manualWaves(clock, target).map(({ id }) => id);
  const [sent] = (await ctx.getMany(waveRecord, ids)).values();
  if (sent === undefined) return undefined;
  const spread = await ctx.get(spreadRecord, spreadId(sent.id));
  if (spread?.data.params.form === formId) return show(back, good('reminders.sentAlready'));
  throw new Refusal('REMIND_ALREADY', {
    facts: {
      at: DateTime.fromISO(sent.data.at, { zone: clock.plan.zone }),
      by: await nameOf(ctx, spread?.data.startedBy ?? ''),
    },
    show: back,
  });
}

import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { personOf } from '../../model/people/people.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { replace } from '../../ports/documents.ts';
import { personRecord } from '../../records/person.ts';
import { remindQuiet } from './refs.ts';
import { roundClock } from './round-clock.ts';

export const chooseQuietInput = z.strictObject({ round: z.string().max(40).default('') });
type Input = z.infer<typeof chooseQuietInput>;

/** "Dừng nhắc": no more reminders of one's own dossier in this round. A head still gets the department's list. */
export const stopReminders = (ctx: Ctx, input: Input): Promise<Answer> =>
  choose(ctx, input, { command: 'remind.stop', quiet: true, said: 'reminders.stopped' });

/** "Nhận lại tin nhắc" */
export const resumeReminders = (ctx: Ctx, input: Input): Promise<Answer> =>
  choose(ctx, input, { command: 'remind.resume', quiet: false, said: 'reminders.resumed' });

/** @throws CodedError NO_ROUND; Refusal REMIND_CLOSED {at} after the deadline */
async function choose(
  ctx: Ctx,
  input: Input,
  choice: { command: string; quiet: boolean; said: string },
): Promise<Answer> {
  const { at } = ctx;
  const round = await roundOf(ctx, input.round);
  const key = round.data.round;
  const page = show(remindQuiet.ref({ round: key }), good(choice.said));
  const clock = await roundClock(ctx, round, at);
  if (clock.isOver) throw new Refusal('REMIND_CLOSED', { facts: { at: clock.closesAt }, show: page.show });
  const me = await personOf(ctx, ctx.me.id);
  if (me.data.quietRounds.includes(key) === choice.quiet) return page;
  const others = me.data.quietRounds.filter((each) => each !== key);
  ctx.commit({
    command: choice.command,
    subject: me.id,
    facts: { round: key },
    changes: [
      replace(personRecord, me, { ...me.data, quietRounds: choice.quiet ? [...others, key] : others }),
      oweRefresh(ctx.scope, at, me.id, me.rev + 1),
    ],
  });
  return page;
}

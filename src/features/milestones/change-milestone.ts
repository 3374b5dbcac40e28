import { DateTime } from 'luxon';
import { CodedError } from '../../domain/errors.ts';
import { nameOf } from '../../model/people/people.ts';
import { writeMilestones } from '../../model/round/tick.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { showsNow } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import type { RoundMilestone } from '../../records/round.ts';
import { milestonePage, type ReadMilestone } from './read-milestone.ts';

/**
 * @param rev counts the milestone's own changes: the round itself is written by the calendar too
 * @throws Refusal ALREADY_DONE {by, at} when the card showed an older state; CodedError BAD_CARD for one that never was
 */
export async function requireCurrent(ctx: Ctx, found: ReadMilestone, rev: string): Promise<void> {
  const { milestone, plan } = found;
  if (showsNow(rev, milestone)) return;
  if (milestone.changed === null) throw new CodedError('BAD_CARD');
  const { by, at } = milestone.changed;
  const facts = { by: await nameOf(ctx, by), at: DateTime.fromISO(at, { zone: plan.zone }) };
  throw new Refusal('ALREADY_DONE', { facts, show: milestonePage(found) });
}

interface Change {
  readonly command: 'milestones.date' | 'milestones.tick';
  readonly to: Partial<Pick<RoundMilestone, 'on' | 'done'>>;
}

/** Writes one milestone, redraws the cards that show the round's, and has the calendar look at once: it sets its next look itself. */
export async function changeMilestone(ctx: Ctx, found: ReadMilestone, { command, to }: Change): Promise<void> {
  const { at, me } = ctx;
  const { round, milestone } = found;
  const changed: RoundMilestone = {
    ...milestone,
    ...to,
    changed: { by: me.id, at: stamp(at) },
    rev: milestone.rev + 1,
  };
  ctx.commit({
    command,
    subject: round.id,
    facts: {
      milestone: milestone.id,
      from: milestone.on ?? '',
      to: changed.on ?? '',
      done: changed.done === null ? 'no' : 'yes',
    },
    changes: writeMilestones(ctx, round, [changed]),
  });
}

import { DateTime } from 'luxon';
import { type MilestoneState, milestoneState } from '../../domain/calendar/milestones.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { nameOf } from '../../model/people/people.ts';
import type { MilestonePeople } from '../../model/round/milestones.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { RoundMilestone } from '../../records/round.ts';

const tones = {
  done: 'good',
  undated: 'emphasis',
  overdue: 'attention',
  today: 'warning',
  soon: 'warning',
  later: 'accent',
  off: 'emphasis',
} as const satisfies Record<MilestoneState | 'off', string>;

/** The part of a row that every list of milestones has. @param today in the plan's zone */
export function milestoneView(
  texts: Texts,
  milestone: RoundMilestone,
  { people, today }: { people: MilestonePeople; today: DateTime },
) {
  const { id, on } = milestone;
  const standing = people.standingOf(milestone);
  const { state: byDate, days } = milestoneState({ on, isDone: standing === 'done' }, today);
  const state = standing === 'off' ? standing : byDate;
  return {
    milestone: id,
    name: texts.t(`words.milestone.${id}`),
    hasDate: on !== null,
    on: on === null ? '' : formatIsoDate(on),
    chip: texts.t(`words.milestones.state.${state}`, { n: Math.abs(days) }),
    tone: tones[state],
  };
}

/**
 * "Phạm Thị Mỹ Lệ xác nhận xong lúc 09:00 11/12/2026", or that the records of the round say so; empty while it is not done, and for what is
 * done by every head: `holderWords` says it of the departments.
 */
export async function doneWords(
  turn: Turn,
  texts: Texts,
  { milestone, plan, people }: { milestone: RoundMilestone; plan: Plan; people: MilestonePeople },
): Promise<string> {
  const { done } = milestone;
  if (people.standingOf(milestone) !== 'done') return '';
  if (done === null) return milestone.owner === 'head' ? '' : texts.t('words.milestones.byRecord');
  const at = texts.t('words.at', { at: DateTime.fromISO(done.at, { zone: plan.zone }) });
  return texts.t('words.milestones.done', { by: await nameOf(turn, done.by), at });
}

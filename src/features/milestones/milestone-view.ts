import { DateTime } from 'luxon';
import { type MilestoneState, milestoneState } from '../../domain/calendar/milestones.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatInstant, formatIsoDate } from '../../domain/text/format.ts';
import { nameOf } from '../../model/people/people.ts';
import type { MilestonePeople } from '../../model/round/milestones.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { RoundMilestone } from '../../records/round.ts';
import type { Texts } from '../../screens/texts.ts';

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

/** "Xong: Phạm Thị Mỹ Lệ, 09:00 11/12/2026"; empty while it is not done. */
export async function doneWords(
  turn: Turn,
  texts: Texts,
  of: { milestone: RoundMilestone; plan: Plan },
): Promise<string> {
  const { done } = of.milestone;
  if (done === null) return '';
  const at = formatInstant(DateTime.fromISO(done.at, { zone: of.plan.zone }));
  return texts.t('words.milestones.done', { by: await nameOf(turn, done.by), at });
}

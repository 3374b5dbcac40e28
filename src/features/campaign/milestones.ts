import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { Texts } from '../../screens/texts.ts';

/** The milestones after the deadline, with who they belong to; one without a date says that the unit has not set it. */
export function milestoneRows(
  texts: Texts,
  plan: Plan,
  milestones: readonly { readonly id: string; readonly owner: string; readonly on: string | null }[],
) {
  return milestones.map(({ id, owner, on }) => ({
    name: texts.t(`words.milestone.${id}`),
    owner: owner === 'office' ? plan.unit.office : texts.t(`words.milestoneOwner.${owner}`),
    on: on === null ? texts.t('words.milestoneOpen') : formatIsoDate(on),
  }));
}

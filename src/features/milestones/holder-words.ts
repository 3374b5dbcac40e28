import { leadersOf } from '../../domain/at-work.ts';
import type { Plan } from '../../domain/plan.ts';
import { hasRole } from '../../domain/roles.ts';
import type { RoundMilestone } from '../../records/round.ts';
import type { Texts } from '../../screens/texts.ts';
import type { MilestonePeople } from '../round-milestones.ts';

const namesShown = 3;

/** By position: "Thư ký Hội đồng". */
export const ownerWords = (texts: Texts, plan: Plan, { owner }: Pick<RoundMilestone, 'owner'>): string =>
  owner === 'office' ? plan.unit.office : texts.t(`words.milestoneOwner.${owner}`);

/** Who holds it now, as one line; what is missing is said. */
export function holderWords(texts: Texts, milestone: RoundMilestone, people: MilestonePeople): string {
  if (milestone.owner === 'head') return departmentWords(texts, milestone, people);
  const { owner } = milestone;
  const { officers, atWork } = people;
  const all = officers.filter(({ data }) => hasRole(data, owner));
  if (all.length === 0) return texts.t('words.milestones.vacant');
  const here = new Set(atWork.map(({ id }) => id));
  const names = all.map(({ id, data }) =>
    here.has(id) ? data.fullName : texts.t('words.milestones.away', { name: data.fullName }),
  );
  return shortened(texts, names);
}

/** Departments with something left to do for it, and those that nobody sees to. */
function departmentWords(texts: Texts, { id }: RoundMilestone, people: MilestonePeople): string {
  const open = people.openFor(id);
  if (open.length === 0) return texts.t('words.milestones.noDepartment');
  const names = open.map((department) => {
    const name = people.departmentNames.get(department) ?? '';
    return leadersOf(department, people.atWork).length > 0 ? name : texts.t('words.milestones.unled', { name });
  });
  return texts.t('words.milestones.departments', { n: open.length, names: shortened(texts, names) });
}

function shortened(texts: Texts, names: readonly string[]): string {
  const more = names.length - namesShown;
  const shown = names.slice(0, namesShown).join(', ');
  return more > 0 ? texts.t('words.milestones.more', { names: shown, n: more }) : shown;
}

import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { leadersOf } from '../../domain/policy/at-work.ts';
import { holdsMilestone, mayOwnMilestone } from '../../domain/policy/milestone-owners.ts';
import { maySeeProgressOf } from '../../domain/policy/progress.ts';
import { namesApart } from '../../model/people/names-apart.ts';
import type { MilestonePeople } from '../../model/round/milestones.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { RoundMilestone } from '../../records/round.ts';

const namesShown = 3;

/** By position: "Thư ký Hội đồng". */
export const ownerWords = (texts: Texts, plan: Plan, { owner }: Pick<RoundMilestone, 'owner'>): string =>
  owner === 'office' ? plan.unit.office : texts.t(`words.milestoneOwner.${owner}`);

export interface Seen {
  readonly people: MilestonePeople;
  /** Who is late is for their head, the office and the leaders; who is on leave for the officers. */
  readonly reader: Actor;
}

/** Who holds it now, as one line; what is missing is said. Empty when there is nothing that this reader may know. */
export async function holderWords(turn: Turn, texts: Texts, milestone: RoundMilestone, seen: Seen): Promise<string> {
  const { owner } = milestone;
  if (owner === 'head') return departmentWords(texts, milestone, seen);
  const { officers, atWork } = seen.people;
  if (!mayOwnMilestone(seen.reader)) return '';
  const all = officers.filter(({ data }) => holdsMilestone(data, owner));
  if (all.length === 0) return texts.t('words.milestones.vacant');
  const here = new Set(atWork.map(({ id }) => id));
  const apart = await namesApart(
    turn,
    all.map(({ id, data }) => ({ id, name: data.fullName })),
  );
  const names = all.map(({ id }, i) => {
    const name = apart[i] ?? '';
    return here.has(id) ? name : texts.t('words.milestones.away', { name });
  });
  return shortened(texts, names, 'people');
}

/** How many departments have something left to do, and which of those that the reader may know; those that nobody sees to. */
function departmentWords(texts: Texts, milestone: RoundMilestone, { people, reader }: Seen): string {
  const standing = people.standingOf(milestone);
  if (standing !== 'open') return texts.t(`words.milestones.departments.${standing}`);
  const open = people.openFor(milestone.id);
  if (open.length === 0) return texts.t('words.milestones.departments.none');
  const names = open
    .filter((department) => maySeeProgressOf(reader, department))
    .map((department) => {
      const name = people.departmentNames.get(department) ?? '';
      return leadersOf(department, people.atWork).length > 0 ? name : texts.t('words.milestones.unled', { name });
    });
  const key = names.length === 0 ? 'left' : names.length === open.length ? 'all' : 'among';
  return texts.t(`words.milestones.departments.${key}`, {
    n: open.length,
    names: shortened(texts, names, 'departments'),
  });
}

function shortened(texts: Texts, names: readonly string[], of: 'people' | 'departments'): string {
  const more = names.length - namesShown;
  const shown = names.slice(0, namesShown).join(', ');
  return more > 0 ? texts.t(`words.milestones.more.${of}`, { names: shown, n: more }) : shown;
}

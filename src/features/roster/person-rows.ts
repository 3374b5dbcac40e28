import { presenceOn } from '../../domain/people/presence.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { reachOf } from '../../model/people/audience.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { departmentRecord } from '../../records/department.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

export const peoplePerCard = 12;

interface Asked {
  /** `yyyy-MM-dd` in the plan's zone. */
  readonly today: string;
  /** They are of several departments, so each row says which. */
  readonly inAll: boolean;
}

/** People as a list shows them, in their order: namesakes told apart, and what there is to know of one at a glance. */
export async function personRows(
  turn: Turn,
  texts: Texts,
  { people, today, inAll }: Asked & { people: readonly Loaded<Person>[] },
) {
  const departments = await turn.getMany(departmentRecord, inAll ? people.map(({ data }) => data.departmentId) : []);
  const rows = people.map(async (person) => ({
    id: person.id,
    name: person.data.fullName,
    detail: [person.data.title, departments.get(person.data.departmentId)?.data.name].filter(Boolean).join(' · '),
    ...(await standing(turn, texts, { person, today })),
  }));
  return rowsApart(turn, await Promise.all(rows));
}

/** Whether they are there and are reached; nothing of whoever is at work and reached. */
async function standing(turn: Turn, texts: Texts, { person, today }: { person: Loaded<Person>; today: string }) {
  const presence = presenceOn(person.data, today);
  const reach = presence === 'left' ? 'reachable' : await reachOf(turn, person.id);
  const words = [
    presence === 'active' ? '' : texts.t(`words.roster.presence.${presence}`),
    reach === 'reachable' ? '' : texts.t(`words.campaign.reach.${reach}`),
  ];
  const tone = reach === 'reachable' ? ('emphasis' as const) : ('warning' as const);
  return { chip: upperFirst(words.filter(Boolean).join('; ')), tone };
}

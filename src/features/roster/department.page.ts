import { departmentCard } from '../../../cards/roster/department.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { byName, departmentOf } from '../../model/people/people.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { personBy, personRecord } from '../../records/person.ts';
import { peoplePerCard, personRows } from './person-rows.ts';
import { rosterDepartment } from './refs.ts';

/** Everyone of a department by given name, who has left last. */
export const departmentPage = definePage({
  name: rosterDepartment,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const { id, data } = await departmentOf(turn, params.department);
    const today = viewer.at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
    const people = byName(await turn.list(personRecord, personBy.department(id)));
    const hasLeft = ({ data: person }: (typeof people)[number]): boolean => presenceOn(person, today) === 'left';
    const ordered = [...people.filter((person) => !hasLeft(person)), ...people.filter(hasLeft)];
    const part = slice(ordered, params.page, peoplePerCard);
    const view = {
      department: id,
      name: data.name,
      rows: await personRows(turn, texts, { people: part.items, today, inAll: false }),
      isEmpty: part.total === 0,
      ...pagingView(part),
    };
    return {
      card: departmentCard(texts, view, banner),
      summary: texts.t('summaries.roster.department', { name: data.name }),
    };
  },
});

import { maySeeRoster } from '../../domain/policy/roster.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import { departmentPage } from './department.page.ts';
import { exportRoster, exportRosterInput } from './export-roster.ts';
import { filePage } from './file.page.ts';
import { findPage } from './find.page.ts';
import { find, requireRoster } from './find.ts';
import { personPage } from './person.page.ts';
import {
  departmentParams,
  findParams,
  personParams,
  rosterDepartment,
  rosterPerson,
  rosterShow,
  showParams,
} from './refs.ts';
import { showPage } from './show.page.ts';

/** "Nhân sự": who is of the unit, and how each of them is reached. The office only. */
export const roster = capability({
  commands: [
    {
      name: 'roster',
      isFor: maySeeRoster,
      where: 'personal',
      longestText: 150,
      run: (ctx, rest) => find(ctx, findParams.parse({ query: rest })),
    },
  ],
  verbs: [
    opens('roster.show', showParams, rosterShow, requireRoster),
    opens('roster.department', departmentParams, rosterDepartment, requireRoster),
    verb('roster.export', exportRosterInput, exportRoster),
    verb('roster.find', findParams, find),
    opens('roster.person', personParams, rosterPerson, requireRoster),
  ],
  pages: [showPage, departmentPage, findPage, personPage, filePage],
});

import { z } from 'zod';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import { lane } from '../../pipeline/lane.ts';
import { rosterImportRecord } from '../../records/roster-import.ts';
import { departmentPage } from './department.page.ts';
import { exportRoster, exportRosterInput } from './export-roster.ts';
import { filePage } from './file.page.ts';
import { findPage } from './find.page.ts';
import { find, requireRoster } from './find.ts';
import { add, addInput } from './one/add.ts';
import { change, changeInput } from './one/change.ts';
import { addPage, backPage, editPage } from './one/form.page.ts';
import { leave, leaveInput } from './one/leave.ts';
import { lossPage } from './one/loss.page.ts';
import { move, moveInput } from './one/move.ts';
import { comeBack } from './one/return.ts';
import { stay, stayInput } from './one/stay.ts';
import { leavePage, leavingPage, movePage, movingPage } from './one/steps.page.ts';
import { personPage } from './person.page.ts';
import {
  addParams,
  changesParams,
  departmentParams,
  findParams,
  personParams,
  rosterAdd,
  rosterBack,
  rosterChanges,
  rosterDepartment,
  rosterEdit,
  rosterLeave,
  rosterMove,
  rosterPerson,
  rosterShow,
  rosterUpdate,
  showParams,
  updateParams,
} from './refs.ts';
import { showPage } from './show.page.ts';
import { confirmImport, confirmImportInput } from './update/confirm-import.ts';
import { dealWithImport } from './update/deal.ts';
import { dropImport, dropImportInput } from './update/drop-import.ts';
import { exportProblems, exportProblemsInput } from './update/export-problems.ts';
import { keptImports } from './update/kept.ts';
import { changesPage, importPage, renamesPage, surePage } from './update/pages.ts';
import { awaitRoster, sentRosters } from './update/receive-roster.ts';
import { updateTodos } from './update/todos.ts';
import { updatePage } from './update/update.page.ts';

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
    opens('roster.add', addParams, rosterAdd, requireRoster),
    verb('roster.create', addInput, add),
    opens('roster.edit', personParams, rosterEdit, requireRoster),
    verb('roster.change', changeInput, change),
    opens('roster.back', personParams, rosterBack, requireRoster),
    verb('roster.return', changeInput, comeBack),
    opens('roster.move', personParams, rosterMove, requireRoster),
    verb('roster.transfer', moveInput, move),
    opens('roster.leave', personParams, rosterLeave, requireRoster),
    verb('roster.depart', leaveInput, leave),
    verb('roster.stay', stayInput, stay),
    verb('roster.import', z.strictObject({}), awaitRoster),
    opens('roster.update', updateParams, rosterUpdate, requireRoster),
    opens('roster.changes', changesParams, rosterChanges, requireRoster),
    verb('roster.confirm', confirmImportInput, confirmImport),
    verb('roster.drop', dropImportInput, dropImport),
    verb('roster.problems', exportProblemsInput, exportProblems),
  ],
  pages: [
    ...[showPage, departmentPage, findPage, personPage, filePage],
    ...[addPage, editPage, backPage, lossPage],
    ...[movePage, movingPage, leavePage, leavingPage],
    ...[importPage, updatePage, changesPage, renamesPage, surePage],
  ],
  files: [sentRosters],
  keeps: keptImports,
  lanes: [lane({ lane: 'rosterImport', record: rosterImportRecord, everyMs: 1_000, handle: dealWithImport })],
  todos: updateTodos,
});

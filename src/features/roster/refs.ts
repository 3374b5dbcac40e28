import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';
import { changeKinds } from '../../records/roster-import.ts';

const page = z.string().max(10).default('0');
/** An id as a card carries it. */
const id = z.string().max(100);

export const showParams = z.strictObject({ page });
export const departmentParams = z.strictObject({ department: id, page });
export const findParams = z.strictObject({ query: z.string().max(200).default(''), page });
export const personParams = z.strictObject({ person: id });

export const rosterShow = pageName('roster.show', showParams);
export const rosterDepartment = pageName('roster.department', departmentParams);
export const rosterFind = pageName('roster.find', findParams);
export const rosterPerson = pageName('roster.person', personParams);
export const rosterFile = pageName('roster.file', z.strictObject({ sha256: z.string() }));

export const addParams = z.strictObject({ department: id.default('') });
export const rosterAdd = pageName('roster.add', addParams);
export const rosterEdit = pageName('roster.edit', personParams);
export const rosterBack = pageName('roster.back', personParams);
export const rosterMove = pageName('roster.move', personParams);
export const rosterMoving = pageName('roster.moving', z.strictObject({ person: id, to: id }));
export const rosterLeave = pageName('roster.leave', personParams);
/** `on`: the last day of work, `yyyy-MM-dd`. */
export const rosterLeaving = pageName('roster.leaving', z.strictObject({ person: id, on: z.iso.date() }));
/** `data`: of the button that brought it up, as JSON. */
export const rosterLoss = pageName('roster.loss', z.strictObject({ person: id, data: z.string().max(8_000) }));

const shownRev = z.string().max(10);
export const updateParams = z.strictObject({ id });
export const changesParams = z.strictObject({ id, kind: z.enum(changeKinds), page });
/** What becomes of people whom a file does not name. */
export const absent = z.enum(['left', 'kept']);

export const rosterImport = pageName('roster.import', z.strictObject({}));
export const rosterUpdate = pageName('roster.update', updateParams);
export const rosterChanges = pageName('roster.changes', changesParams);
export const rosterRenames = pageName('roster.renames', z.strictObject({ id, rev: shownRev, absent }));
/** `data`: of the button that brought it up, as JSON. */
export const rosterSure = pageName('roster.sure', z.strictObject({ id, data: z.string().max(4_000) }));

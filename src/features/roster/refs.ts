import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

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

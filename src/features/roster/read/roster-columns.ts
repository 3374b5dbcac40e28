/** In the order of the documentation; without the first ones nobody is known, without the others less is. */
const usual = ['aadObjectId', 'email', 'fullName', 'department', 'title', 'roles', 'gender', 'startDate'] as const;
const optional = ['employmentType', 'status', 'statusFrom', 'statusTo', 'endDate', 'organisations'] as const;
export type RosterColumn = (typeof usual)[number] | (typeof optional)[number];
export const rosterColumns: readonly RosterColumn[] = [...usual, ...optional];

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { UserRole } from '../shared/types.ts';

/** One line of a roster as the sandbox needs it; the columns are those that the bot imports. */
export type RosterRow = {
  aadObjectId: string;
  email: string;
  fullName: string;
  department: string;
  title: string;
  roles: string;
  status: string;
  organisations: string;
};

/** What a roster does not say: who can be written to, whose directory entry is odd, who is in the tenant but not in the roster. */
export type ReachFile = {
  notInstalled: string[];
  /** Of the roster, and in no team; in the team, and not of the roster. */
  notInTeam: string[];
  alsoInTeam: string[];
  blocked: string[];
  withdrawnEmail: string[];
  userPrincipalNames: Record<string, string>;
  outsiders: { key: string; fullName: string; title: string; userRole: UserRole }[];
};

export type Directory = { rows: RosterRow[]; reach: ReachFile };

export const emptyReach: ReachFile = {
  notInstalled: [],
  notInTeam: [],
  alsoInTeam: [],
  blocked: [],
  withdrawnEmail: [],
  userPrincipalNames: {},
  outsiders: [],
};

const sampleFolder = new URL('../sample/', import.meta.url);
export const sampleRosterFile = new URL('roster.csv', sampleFolder);

/** Reads a roster CSV with the columns that the bot imports. */
export function readRosterFile(file: string | URL): RosterRow[] {
  return parse(readFileSync(file, 'utf8'), { columns: true, bom: true, skip_empty_lines: true });
}

/** The fictional centre: 60 people in 6 departments. */
export function sampleCentre(): Directory {
  const reach: ReachFile = JSON.parse(readFileSync(new URL('reach.json', sampleFolder), 'utf8'));
  return { rows: readRosterFile(sampleRosterFile), reach };
}

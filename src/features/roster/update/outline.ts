import { createHash } from 'node:crypto';
import { z } from 'zod';
import { formatIsoDate } from '../../../domain/text/format.ts';
import { type KeptFiles, keepsFiles } from '../../../pipeline/kept-files.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Texts } from '../../../ports/texts.ts';
import type { Person } from '../../../records/person.ts';
import { type ChangeCounts, changeKinds, rosterImportRecord } from '../../../records/roster-import.ts';
import type { RosterProblem } from '../read/problem.ts';
import type { RosterRead } from '../read/roster-table.ts';
import { asPreviewed, type Comparison, compare, type PersonChange } from './compare.ts';
import { outcomeOf, warnings } from './outcome.ts';

const problem = z.custom<RosterProblem>((value) => typeof value === 'object' && value !== null && 'code' in value);
const change = z.strictObject({
  kind: z.enum(changeKinds),
  /** Empty for whoever is new. */
  id: z.string(),
  /** Null for whoever the file does not name. */
  line: z.int().nullable(),
  name: z.string(),
  department: z.string(),
  /** What is different, by columns of the roster; values as the roster has them. */
  what: z.array(z.strictObject({ column: z.string(), from: z.string(), to: z.string() })),
});
const named = z.strictObject({ id: z.string(), name: z.string() });

/** What was read of a file, as it is kept beside it: what a preview shows, whatever happens to the roster meanwhile. */
const schema = z.strictObject({
  problems: z.array(problem),
  remarks: z.array(problem),
  people: z.array(change),
  /** Departments that are not known, by their keys; `from`: the closing one from which most of its people come. */
  added: z.array(named.extend({ from: z.string() })),
  /** Departments that would have nobody any more. */
  closing: z.array(named),
  /** Why it is confirmed once more, by what becomes of people whom the file does not name. */
  warnings: z.strictObject({ left: z.array(z.enum(warnings)), kept: z.array(z.enum(warnings)) }),
  same: z.int(),
});
export type Outline = z.infer<typeof schema>;
export type OutlineChange = Outline['people'][number];

const nothing = { people: [], added: [], closing: [], warnings: { left: [], kept: [] }, same: 0 };

/** @param by whoever would take it over */
export async function outlineOf(turn: Turn, read: RosterRead, by: string): Promise<Outline> {
  const { remarks } = read;
  const problems = read.problems.filter(({ code }) => code !== 'noOffice');
  if (problems.length > 0 || read.rows.length === 0) return { ...nothing, problems, remarks: [...remarks] };
  const all = await compare(turn, read, asPreviewed);
  if (all.problems.length > 0) return { ...nothing, problems: [...all.problems], remarks: [...remarks] };
  const { closing, warnings: ifLeft } = outcomeOf(turn, all, by);
  const kept = { ...all, people: all.people.filter(({ line }) => line !== undefined) };
  const { added } = all.departments;
  const names = new Map([
    ...all.departments.all.map(({ id, data }) => [id, data.name] as const),
    ...added.map(({ key, made }) => [key, made.name] as const),
  ]);
  return {
    problems: [],
    remarks: [...remarks],
    people: all.people.map((each) => changeOf(each, names)),
    added: added.map(({ key, made }) => ({
      id: key,
      name: made.name,
      from: mostComeFrom(all, key, new Set(closing.map(({ id }) => id))),
    })),
    closing: closing.map(({ id, data }) => ({ id, name: data.name })),
    warnings: { left: [...ifLeft], kept: [...outcomeOf(turn, kept, by).warnings] },
    same: all.same,
  };
}

type Names = ReadonlyMap<string, string>;

function changeOf({ kind, id, line, before, after }: PersonChange, names: Names): OutlineChange {
  const [old, now] = [before && cells(before.data, names), cells(after, names)];
  const what = Object.entries(now).flatMap(([column, to]) => {
    const from = old?.[column] ?? '';
    return from === to || old === undefined || line === undefined ? [] : [{ column, from, to }];
  });
  return { kind, id, line: line ?? null, name: after.fullName, department: names.get(after.departmentId) ?? '', what };
}

const cells = (person: Person, names: Names): Record<string, string> => ({
  fullName: person.fullName,
  department: names.get(person.departmentId) ?? '',
  title: person.title,
  roles: [...person.roles].sort().join(' '),
  email: person.email,
  aadObjectId: person.aadObjectId,
  gender: person.gender,
  startDate: person.startDate ?? '',
  employmentType: person.employmentType,
  status: person.status,
  statusFrom: person.statusFrom ?? '',
  statusTo: person.statusTo ?? '',
  endDate: person.endDate ?? '',
  organisations: person.organisations.join(' '),
});

/** A value of `what` as people read it. */
export function valueInWords(texts: Texts, column: string, value: string): string {
  if (value === '') return texts.t('words.roster.update.empty');
  if (/Date$|^status(From|To)$/.test(column)) return formatIsoDate(value);
  const each = (key: string): string =>
    value
      .split(' ')
      .map((word) => (texts.has(`words.roster.${key}.${word}`) ? texts.t(`words.roster.${key}.${word}`) : word))
      .join('; ');
  if (column === 'roles') return each('role');
  if (column === 'organisations') return each('organisation');
  if (column === 'employmentType') return each('employment');
  if (column === 'status') return texts.t(`words.roster.presence.${value}`);
  if (column === 'gender') return texts.t(`words.roster.update.gender.${value}`);
  return value;
}

function mostComeFrom({ people }: Comparison, key: string, closing: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  for (const { before, after } of people)
    if (after.departmentId === key && before !== undefined && closing.has(before.data.departmentId))
      counts.set(before.data.departmentId, (counts.get(before.data.departmentId) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? '';
}

/** People by what would become of them; with `same` all that the file names, and those who would be gone. */
export function countsOf({ people, same }: Outline): ChangeCounts {
  const counts = { added: 0, returned: 0, moved: 0, changed: 0, left: 0, same };
  for (const { kind } of people) counts[kind] += 1;
  return counts;
}

/** Whose the files of all imports are. */
export const rosterFiles = 'rosterImport';

/** What is kept of an import, until it is over. */
export const keptImports: readonly KeptFiles[] = (['sha256', 'outline'] as const).map((what) =>
  keepsFiles(rosterImportRecord, (data) =>
    data[what] === '' ? undefined : { owner: rosterFiles, sha256: data[what] },
  ),
);

const asText = (outline: Outline): string => JSON.stringify(outline);
/** @returns its SHA-256: the same for as long as the file would do the same */
export async function keepOutline(turn: Turn, outline: Outline): Promise<string> {
  const file = await turn.files.receive([Buffer.from(asText(outline))]);
  try {
    await file.keep(rosterFiles);
    return file.sha256;
  } finally {
    await file.drop();
  }
}
export const digestOf = (outline: Outline): string => createHash('sha256').update(asText(outline)).digest('hex');

/** @returns undefined once it is gone */
export async function outlineAt(turn: Turn, sha256: string): Promise<Outline | undefined> {
  const bytes = await bytesAt(turn, sha256);
  return bytes && schema.parse(JSON.parse(bytes.toString('utf8')));
}

/** The whole of a file that is small enough. */
export async function bytesAt(turn: Turn, sha256: string): Promise<Buffer | undefined> {
  const file = sha256 === '' ? undefined : await turn.files.read(rosterFiles, sha256);
  if (file === undefined) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}

import { distance } from 'fastest-levenshtein';
import { fold } from '../../../domain/text/vietnamese.ts';
import { type RosterProblem, shown } from './problem.ts';
import { type RosterColumn, rosterColumns } from './roster-columns.ts';

/** Headers as offices and Entra's own list of users write them, without diacritics, case, spaces and punctuation. */
const aliases: Readonly<Record<string, RosterColumn>> = {
  objectid: 'aadObjectId',
  entraobjectid: 'aadObjectId',
  maentra: 'aadObjectId',
  mataikhoanentra: 'aadObjectId',
  mail: 'email',
  emailaddress: 'email',
  thudientu: 'email',
  hopthu: 'email',
  diachiemail: 'email',
  displayname: 'fullName',
  hovaten: 'fullName',
  hoten: 'fullName',
  phong: 'department',
  phongban: 'department',
  phongchuyenmon: 'department',
  donvi: 'department',
  donvicongtac: 'department',
  jobtitle: 'title',
  chucvu: 'title',
  chucdanh: 'title',
  chucvuchucdanh: 'title',
  vaitro: 'roles',
  gioitinh: 'gender',
  phai: 'gender',
  ngayvaolam: 'startDate',
  ngaytuyendung: 'startDate',
  loailaodong: 'employmentType',
  loaihopdong: 'employmentType',
  trangthai: 'status',
  tinhtrang: 'status',
  tungay: 'statusFrom',
  trangthaitungay: 'statusFrom',
  denngay: 'statusTo',
  trangthaidenngay: 'statusTo',
  ngaynghiviec: 'endDate',
  ngayketthuc: 'endDate',
  tochucdoanthe: 'organisations',
  doanthe: 'organisations',
};

/** Known, but nothing is kept of them: serial numbers, notes, the name used in Teams. */
const passedOver = new Set(['', 'stt', 'tt', 'sott', 'sothutu', 'ghichu', 'teamsuser', 'taikhoanteams']);
/** As Entra writes its list of users: the id is Entra's, and the name people sign in by is an address where there is no other. */
const signInName = new Set(['userprincipalname', 'upn']);

/** A name in two columns: the family name with what stands in the middle, and the given name. */
const familyNames = new Set(['ho', 'hodem', 'hovadem', 'hovatendem', 'hotendem', 'holot', 'hovalot', 'hovachulot']);
const givenNames = new Set(['ten', 'tengoi']);

const bare = (header: string): string => fold(header).replace(/[^a-z0-9]/g, '');
const byBareName = new Map([
  ...rosterColumns.map((column) => [bare(column), column] as const),
  ...Object.entries(aliases),
]);

export interface Header {
  /** The column at each position; `undefined` for one that is not read. */
  readonly columns: readonly (RosterColumn | undefined)[];
  /** Where the rest of the name stands that `fullName` begins; undefined where it is whole. */
  readonly givenAt: number | undefined;
  readonly problems: readonly RosterProblem[];
  readonly remarks: readonly RosterProblem[];
}

/** Whether these cells are a heading: a title or a person names no columns. */
export function isHeading(cells: readonly string[]): boolean {
  const names = cells.map(bare);
  const named = new Set(names.flatMap((name) => byBareName.get(name) ?? []));
  return named.has('fullName') || inTwo(names) !== undefined || named.size >= 3;
}

interface InTwo {
  readonly familyAt: number;
  readonly givenAt: number;
}

/** Two headings, or one over two columns of which the second has none. */
function inTwo(names: readonly string[]): InTwo | undefined {
  const wholeAt = names.findIndex((name) => byBareName.get(name) === 'fullName');
  if (wholeAt >= 0) return names[wholeAt + 1] === '' ? { familyAt: wholeAt, givenAt: wholeAt + 1 } : undefined;
  const familyAt = names.findIndex((name) => familyNames.has(name));
  const givenAt = names.findIndex((name) => givenNames.has(name));
  return familyAt >= 0 && givenAt >= 0 ? { familyAt, givenAt } : undefined;
}

/** An unknown header is remarked upon; one that is nearly a known one is refused: what was meant would be lost. */
export function readHeader(cells: readonly string[], line = 1): Header {
  const problems: RosterProblem[] = [];
  const remarks: RosterProblem[] = [];
  const names = cells.map(bare);
  const hasAddress = names.some((name) => byBareName.get(name) === 'email');
  const isOfEntra = names.some((name) => signInName.has(name));
  const two = inTwo(names);
  const columns = names.map((name, at): RosterColumn | undefined => {
    if (at === two?.familyAt) return 'fullName';
    if (at === two?.givenAt) return undefined;
    const column =
      byBareName.get(name) ??
      (name === 'id' && isOfEntra ? 'aadObjectId' : signInName.has(name) && !hasAddress ? 'email' : undefined);
    if (column !== undefined || passedOver.has(name) || signInName.has(name)) return column;
    const meant = nearly(name);
    const value = shown(cells[at] ?? '');
    if (meant === undefined) remarks.push({ code: 'columnUnread', line, value });
    else problems.push({ code: 'columnMisspelt', line, column: meant, value });
    return undefined;
  });
  for (const column of new Set(columns))
    if (column !== undefined && columns.indexOf(column) !== columns.lastIndexOf(column))
      problems.push({ code: 'columnDoubled', line, column });
  return { columns, givenAt: two?.givenAt, problems, remarks };
}

/** A slip of the keyboard in a known name; "Ngày vào Đảng" is none of "Ngày vào làm". */
function nearly(name: string): RosterColumn | undefined {
  if (name.length < 5 || /\d/.test(name)) return undefined;
  const letters = sorted(name);
  for (const [known, column] of byBareName) {
    if (known.length < 5) continue;
    const slips = distance(name, known);
    if (slips <= 1 || (slips === 2 && (known.length >= 8 || sorted(known) === letters))) return column;
  }
  return undefined;
}

const sorted = (name: string): string => [...name].sort().join('');

/** @param hasDepartmentLines whether people stand below the names of their departments */
export function columnsAbsent(
  { columns }: Header,
  line: number,
  hasDepartmentLines: boolean,
): Pick<Header, 'problems' | 'remarks'> {
  const has = (column: RosterColumn): boolean => columns.includes(column);
  const problems: RosterProblem[] = [];
  if (!has('fullName')) problems.push({ code: 'columnMissing', line, column: 'fullName' });
  if (!has('department') && !hasDepartmentLines) problems.push({ code: 'columnMissing', line, column: 'department' });
  if (!has('aadObjectId') && !has('email')) problems.push({ code: 'noIdentityColumn', line });
  const remarks = (['title', 'roles', 'gender', 'startDate'] as const)
    .filter((column) => !has(column))
    .map((column): RosterProblem => ({ code: 'columnAbsent', line, column }));
  return { problems, remarks };
}

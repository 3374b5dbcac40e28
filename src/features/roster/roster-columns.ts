import { fold } from '../../domain/text/vietnamese.ts';

/** The columns a roster must have, in the order of its documentation. */
const required = ['aadObjectId', 'email', 'fullName', 'department', 'title', 'roles', 'gender', 'startDate'] as const;
const optional = ['employmentType', 'status', 'statusFrom', 'statusTo', 'endDate', 'organisations'] as const;
export type RosterColumn = (typeof required)[number] | (typeof optional)[number];
export const rosterColumns: readonly RosterColumn[] = [...required, ...optional];

/** Vietnamese headers as offices write them, without diacritics, case, spaces and punctuation. */
const aliases: Readonly<Record<string, RosterColumn>> = {
  maentra: 'aadObjectId',
  mataikhoanentra: 'aadObjectId',
  thudientu: 'email',
  diachiemail: 'email',
  hovaten: 'fullName',
  hoten: 'fullName',
  phong: 'department',
  phongban: 'department',
  chucvu: 'title',
  chucvuchucdanh: 'title',
  vaitro: 'roles',
  gioitinh: 'gender',
  ngayvaolam: 'startDate',
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
const passedOver = new Set(['', 'stt', 'tt', 'ghichu', 'teamsuser', 'taikhoanteams']);

const bare = (header: string): string => fold(header).replace(/[^a-z0-9]/g, '');
const byBareName = new Map([
  ...rosterColumns.map((column) => [bare(column), column] as const),
  ...Object.entries(aliases),
]);

export interface Header {
  /** The column at each position; `undefined` for one that is passed over. */
  readonly columns: readonly (RosterColumn | undefined)[];
  readonly problems: readonly string[];
}

/** An unknown header is refused: a misspelt optional column would otherwise be lost without a word. */
export function readHeader(cells: readonly string[]): Header {
  const problems: string[] = [];
  const columns = cells.map((cell) => {
    const column = byBareName.get(bare(cell));
    if (column === undefined && !passedOver.has(bare(cell))) problems.push(`unknown column ${JSON.stringify(cell)}`);
    return column;
  });
  for (const column of new Set(columns)) {
    const count = columns.filter((other) => other === column).length;
    if (column !== undefined && count > 1) problems.push(`column ${column} is given ${count} times`);
  }
  for (const column of required) if (!columns.includes(column)) problems.push(`column ${column} is missing`);
  return { columns, problems };
}

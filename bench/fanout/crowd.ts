import type { RosterRow } from '../../sandbox/server/roster.ts';
import { guidOf } from '../../sandbox/server/tenant.ts';

/** A line of the roster with every column that the bot insists on. */
type CrowdRow = RosterRow & { gender: string; startDate: string };

const columns = [
  'aadObjectId',
  'email',
  'fullName',
  'department',
  'title',
  'roles',
  'gender',
  'startDate',
  'status',
  'organisations',
] as const satisfies readonly (keyof CrowdRow)[];

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Đặng', 'Bùi'];
const middles = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Thanh', 'Quốc'];
const givens = ['An', 'Bình', 'Châu', 'Dũng', 'Đào', 'Giang', 'Hà', 'Khánh', 'Lan', 'Mai', 'Nam', 'Oanh', 'Phúc'];
const office = 'Phòng Hành chính – Nghiệp vụ';
const inOneDepartment = 50;

/** The one of the office who launches. */
export const officer = 'p000001';
export const keyOf = (i: number): string => `p${String(i + 1).padStart(6, '0')}`;
const pick = (from: readonly string[], i: number): string => from[i % from.length] ?? '';

/** So many people in departments of fifty; the first is of the office. */
export function crowdOf(people: number): CrowdRow[] {
  return Array.from({ length: people }, (_, i) => {
    const key = keyOf(i);
    const department = Math.floor(i / inOneDepartment);
    return {
      aadObjectId: guidOf(`bench ${key}`),
      email: `${key}@ttdvvl.example`,
      fullName: `${pick(surnames, i)} ${pick(middles, Math.floor(i / 10))} ${pick(givens, Math.floor(i / 70))}`,
      department: department === 0 ? office : `Phòng số ${department}`,
      title: 'Chuyên viên',
      roles: key === officer ? 'office' : 'staff',
      gender: i % 2 === 0 ? 'male' : 'female',
      startDate: '2015-01-05',
      status: 'working',
      organisations: '',
    };
  });
}

/** As the CSV that the bot imports. */
export function rosterOf(rows: readonly CrowdRow[]): string {
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { texts } from '../../src/adapters/texts/texts.ts';
import { readWorkbook } from '../../src/adapters/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../src/adapters/xlsx/write-workbook.ts';
import { readRoster } from '../../src/features/roster/read/read-roster.ts';
import { problemLines } from '../../src/features/roster/read/tell-problems.ts';
import { machine } from '../fanout/report.ts';
import { resultsFolder } from '../results-folder.ts';

const columns = ['aadObjectId', 'email', 'fullName', 'department', 'title', 'roles', 'gender', 'startDate', 'status'];
const parts = [
  'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Lâm'.split(' '),
  'Thị Văn Hồng Ngọc Thanh Minh Quốc Hữu Đức Xuân Thu Kim Mỹ Bích Gia Hoài Khánh Phương Thùy Tường'.split(' '),
  'Lan Hòa Ánh Phượng An Bảo Cường Dũng Đạt Giang Hạnh Hiếu Hương Khôi Liên Linh Nghĩa Nhung Oanh Quyên Sơn Thảo Trâm Uyên Yến'.split(
    ' ',
  ),
] as const;
/** Ten thousand different ones. */
const nameAt = (n: number): string =>
  [parts[0][n % 20], parts[1][Math.floor(n / 20) % 20], parts[2][Math.floor(n / 400)]].join(' ');
const rowAt = (n: number): string[] => [
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  `p${n}@ttdvvl.example`,
  nameAt(n),
  `Phòng Tư vấn – Giới thiệu việc làm ${n % 40}`,
  'Chuyên viên tư vấn việc làm',
  n === 0 ? 'office' : 'staff',
  'nữ',
  '05/09/2016',
  '',
];
/** Two cells of each row but the first: other ones from row to row. */
const spoilt = (row: readonly string[], n: number): string[] =>
  row.map((cell, at) => (n > 0 && (at === n % 9 || at === (n * 5 + 3) % 9) ? 'NguyÔn #' : cell));

/** How long a roster takes to be read and told of, and how long others wait meanwhile. @returns 0 */
export async function roster(): Promise<number> {
  const good = Array.from({ length: 10_000 }, (_, n) => rowAt(n));
  const bad = good.slice(0, 1_000).map(spoilt);
  const csv = (rows: readonly string[][]): Uint8Array =>
    Buffer.from([columns, ...rows].map((row) => row.join(',')).join('\n'));
  const titles = columns.map((title) => ({ title, width: 20 }));
  const xlsx = (rows: readonly string[][]) => writeWorkbook([{ name: 'Roster', columns: titles, rows }]);
  const files = [
    ['1,000 rows, most with mistakes, text', csv(bad)],
    ['1,000 rows, most with mistakes, .xlsx', await xlsx(bad)],
    ['10,000 good rows, text', csv(good)],
    ['10,000 good rows, .xlsx', await xlsx(good)],
  ] as const;
  const lines: string[] = [];
  for (const [what, bytes] of files) lines.push(`| ${[what, ...(await measured(bytes))].join(' | ')} |`);
  const { node, cpu, cores, load } = machine();
  const report = [
    '# Reading a roster',
    '',
    `${new Date().toISOString().slice(0, 16)}, ${node}, ${cpu}, ${cores} cores, load ${load}; the first time in the process, then the middle of five.`,
    '',
    '| file | people | problems | first ms | ms | others wait at most ms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
  console.log(report);
  writeFileSync(path.join(resultsFolder, 'roster-last.md'), report);
  return 0;
}

async function measured(bytes: Uint8Array): Promise<readonly (number | string)[]> {
  const times: number[] = [];
  let waited = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    waited = Math.max(waited, now - last);
    last = now;
  }, 1);
  let counts: readonly number[] = [];
  for (let run = 0; run < 6; run += 1) {
    const begun = performance.now();
    const { rows, problems } = await readRoster(bytes, readWorkbook);
    problemLines(problems, texts('vi', { office: '' }));
    times.push(Math.round(performance.now() - begun));
    counts = [rows.length, problems.length];
  }
  clearInterval(beat);
  const [first = 0, ...others] = times;
  return [...counts, first, others.toSorted((a, b) => a - b)[2] ?? 0, Math.round(waited)];
}

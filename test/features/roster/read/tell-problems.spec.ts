import assert from 'node:assert/strict';
import { texts } from '../../../../src/adapters/texts/texts.ts';
import { writeWorkbook } from '../../../../src/adapters/xlsx/write-workbook.ts';
import type { RosterProblem } from '../../../../src/features/roster/read/problem.ts';
import { problemLines, problemSheet, rosterInvalid } from '../../../../src/features/roster/read/tell-problems.ts';
import { readWorkbook } from '../../../support/read-workbook.ts';
import { idOf, inShort, problemsOf } from '../../../support/roster-files.ts';

const office = 'Phòng Hành chính – Nghiệp vụ';
const [vi, en] = [texts('vi', { office }), texts('en', { office })];
const missing = (column: RosterProblem['column'], ...lines: number[]): RosterProblem[] =>
  lines.map((line) => ({ code: 'missing', line, ...(column && { column }) }));
const upTo = (count: number, from = 1): number[] => Array.from({ length: count }, (_, i) => from + i);

describe('what is wrong with a roster', () => {
  it('is told once for each kind, with the first lines and how many others there are', () => {
    const problems = missing('department', 5, 8, 12, ...upTo(40, 20));
    assert.deepEqual(problemLines(problems, vi), ['Thiếu phòng: dòng 5, 8, 12 và 40 dòng khác']);
    assert.deepEqual(problemLines(problems, en), ['The department is missing: lines 5, 8, 12 and 40 others']);
    assert.deepEqual(problemLines(missing('department', 5), en), ['The department is missing: line 5']);
  });

  it('is told with what stands there, but for a log', () => {
    const problems: RosterProblem[] = [
      { code: 'unknownRole', line: 3, column: 'roles', value: 'sếp' },
      { code: 'unknownRole', line: 7, column: 'roles', value: 'boss' },
      { code: 'duplicate', line: 9, column: 'email', value: 'lan@x.vn', otherLine: 4 },
    ];
    const [roles = '', twice] = problemLines(problems, vi);
    assert.match(roles, /^Vai trò không có trong danh mục .*: dòng 3 \(“sếp”\), 7 \(“boss”\)$/);
    assert.equal(twice, 'Trùng thư điện tử: dòng 9 (“lan@x.vn”, như dòng 4)');
    const logged = problemLines(problems, vi, { values: false }).join('\n');
    assert.match(logged, /dòng 3, 7\nTrùng thư điện tử: dòng 9$/);
    assert.doesNotMatch(logged, /sếp|boss|lan@/);
  });

  it('of the whole file, or of its columns and sheets, is told by name', () => {
    assert.deepEqual(
      problemLines(
        [
          { code: 'noOffice' },
          { code: 'noOfficeDepartment', column: 'department', value: 'Phòng Hành chính' },
          { code: 'columnMissing', line: 4, column: 'fullName' },
          { code: 'columnMissing', line: 4, column: 'department' },
          ...['a', 'b', 'c', 'd'].map((value): RosterProblem => ({ code: 'columnUnread', line: 4, value })),
          { code: 'sheetUnread', value: 'Phụ lục' },
        ],
        vi,
      ),
      [
        'Không ai có vai trò văn phòng nên không ai tiếp nhận được hồ sơ',
        'Không có phòng đúng tên văn phòng của kế hoạch: Phòng Hành chính',
        'Thiếu cột: họ và tên, phòng',
        'Cột không dùng đến: a, b, c và 1 mục khác',
        'Trang tính không đọc: Phụ lục',
      ],
    );
  });

  it('names roles that were read out of titles', () => {
    const remark: RosterProblem = {
      code: 'rolesFromTitle',
      line: 2,
      column: 'roles',
      value: 'Trưởng phòng',
      facts: { roles: 'head youthSecretary' },
    };
    assert.deepEqual(problemLines([remark], vi), [
      'Vai trò Trưởng phòng, Bí thư Chi đoàn lấy từ chức vụ: dòng 2 (“Trưởng phòng”)',
    ]);
  });

  it('is at most twenty lines and the number of the rest', () => {
    const columns = ['email', 'fullName', 'department', 'title'] as const;
    const kinds = ['missing', 'cellError', 'vni', 'tcvn3', 'foreign', 'lost'] as const;
    const problems = kinds.flatMap((code) => columns.map((column): RosterProblem => ({ code, column, line: 2 })));
    const lines = problemLines(problems, vi);
    assert.equal(lines.length, 21);
    assert.equal(lines.at(-1), 'Còn 4 chỗ nữa thuộc 4 loại khác');
    const { code, facts } = rosterInvalid(problems, vi);
    assert.deepEqual([code, facts.count, String(facts.problems).split('\n').length], ['ROSTER_INVALID', 24, 21]);
  });

  it('stays short however much there is of it', () => {
    const problems = upTo(2_000).map(
      (line): RosterProblem => ({ code: 'unknownRole', line, column: 'roles', value: 'x'.repeat(200) }),
    );
    assert.ok(problemLines(problems, vi).join('\n').length < 1_000);
  });

  it('can be had whole, one a row', async () => {
    const problems: RosterProblem[] = [
      { code: 'noOffice' },
      { code: 'notAddress', line: 3, column: 'email', value: '=1+1' },
      { code: 'duplicate', line: 9, column: 'email', value: 'lan@x.vn', otherLine: 4 },
    ];
    const [sheet] = readWorkbook(await writeWorkbook([problemSheet(problems, vi)]));
    assert.deepEqual(
      sheet?.rows.map((row) => row.map(({ value }) => value)),
      [
        ['Dòng', 'Cột', 'Giá trị', 'Lý do'],
        ['Không ai có vai trò văn phòng nên không ai tiếp nhận được hồ sơ'],
        [3, 'thư điện tử', '=1+1', 'Địa chỉ thư điện tử không đúng dạng'],
        [9, 'thư điện tử', 'lan@x.vn', 'Trùng thư điện tử (như dòng 4)'],
      ],
    );
  });
});

describe('a roster of a thousand rows with thirty kinds of mistakes', () => {
  const columns =
    'aadObjectId,email,fullName,department,title,roles,gender,startDate,status,statusFrom,statusTo,endDate';
  type Cells = Record<string, string>;
  /** What is written instead, and what is told of it; by kind. */
  const mistakes: readonly (readonly [Cells, ...string[]])[] = [
    [{ aadObjectId: '', email: '' }, 'noIdentity'],
    [{ aadObjectId: 'NV-001' }, 'aadObjectId notEntraId NV-001'],
    [{ email: 'lan' }, 'email notAddress lan'],
    [{ fullName: '' }, 'fullName missing'],
    [{ fullName: 'NguyÔn V¨n An' }, 'fullName tcvn3 NguyÔn V¨n An'],
    [{ fullName: 'Nguyeãn Vaên An' }, 'fullName vni Nguyeãn Vaên An'],
    [{ fullName: 'Nguyá»…n VÄƒn An' }, 'fullName utf8AsLatin Nguyá»…n VÄƒn An'],
    [{ fullName: 'Nguy?n An' }, 'fullName questionMarks Nguy?n An'],
    [{ fullName: 'Иванов' }, 'fullName foreign Иванов'],
    [{ fullName: 'Nguy\uFFFDn' }, 'fullName lost Nguy\uFFFDn'],
    [{ fullName: '#REF!' }, 'fullName cellError #REF!'],
    [{ department: '' }, 'department missing'],
    [{ department: 'Phoøng A' }, 'department vni Phoøng A'],
    [{ department: '#N/A' }, 'department cellError #N/A'],
    [{ department: 'p'.repeat(201) }, `department tooLong ${'p'.repeat(60)}…`],
    [{ title: 't'.repeat(201) }, `title tooLong ${'t'.repeat(60)}…`],
    [{ title: '#NAME?' }, 'title cellError #NAME?'],
    [{ title: 'Chuyªn viªn' }, 'title tcvn3 Chuyªn viªn'],
    [{ roles: '' }, 'roles missing'],
    [{ roles: 'sếp' }, 'roles unknownRole sếp'],
    [{ gender: 'x' }, 'gender unknownGender x'],
    [{ startDate: '31/02/2020' }, 'startDate notDate 31/02/2020'],
    [{ status: 'nghỉ' }, 'status unknownStatus nghỉ'],
    [{ statusFrom: 'mai' }, 'statusFrom notDate mai'],
    [{ statusTo: '2026' }, 'statusTo notDate 2026'],
    [{ statusFrom: '2026-02-02', statusTo: '2026-02-01' }, 'statusTo statusEndBeforeStart 2026-02-01'],
    [{ endDate: '1/1/1' }, 'endDate notDate 1/1/1'],
    [{ endDate: '2020-01-01' }, 'endDate endBeforeStart 2020-01-01'],
    [{ email: 'p0@x.vn' }, 'email duplicate p0@x.vn'],
    [{ aadObjectId: idOf(0) }, `aadObjectId duplicate ${idOf(0)}`],
    [{ more: 'thừa' }, 'surplusCells thừa'],
  ];
  const rowAt = (n: number, cells: Cells): string => {
    const all: Cells = {
      ...{
        aadObjectId: idOf(n),
        email: `p${n}@x.vn`,
        fullName: 'Lê Thị Lan',
        department: 'Phòng A',
        title: 'Chuyên viên',
      },
      ...{ roles: n === 0 ? 'office' : 'staff', gender: 'nữ', startDate: '2020-01-02', ...cells },
    };
    return [...columns.split(','), 'more'].map((column) => all[column] ?? '').join(',');
  };

  it('is refused row by row, each with its line and column', async () => {
    const rows = upTo(1_000, 0).map((n) =>
      n === 0 ? ([{}] as const) : (mistakes[n % mistakes.length] ?? ([{}] as const)),
    );
    const text = [columns, ...rows.map(([cells], n) => rowAt(n, cells))].join('\n');
    const expected = rows.flatMap(([, ...told], n) => told.map((each) => `${n + 2} ${each}`));
    assert.deepEqual((await problemsOf(text)).map(inShort), expected);
    assert.equal(new Set(mistakes.map(([, told = '']) => told.split(' ', 2).join(' '))).size, 31);
    const lines = problemLines(await problemsOf(text), vi);
    assert.equal(lines.length, 21);
    assert.ok(lines.join('\n').length < 4_000);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { texts } from '../../../../src/adapters/texts/texts.ts';
import { roles } from '../../../../src/domain/policy/roles.ts';
import { readHeader } from '../../../../src/features/roster/read/read-header.ts';
import { readRoles } from '../../../../src/features/roster/read/read-roles.ts';
import { type RosterColumn, rosterColumns } from '../../../../src/features/roster/read/roster-columns.ts';
import { idOf, inShort, problemsOf, readFile, rowsOf } from '../../../support/roster-files.ts';

const heading = ['Mã Entra', 'Thư điện tử', 'Họ và tên', 'Phòng', 'Chức vụ', 'Vai trò', 'Giới tính', 'Ngày vào làm'];
const lan = [idOf(1), 'lan@ttdvvl.example', 'Nguyễn Thị Lan', 'Phòng A', 'Chuyên viên', 'office', 'Nữ', '05/09/2012'];
const hoa = [idOf(2), 'hoa@ttdvvl.example', 'Lê Văn Hòa', 'Phòng B', 'Kế toán', 'staff', 'Nam', '1/2/2013'];
const table = [heading, lan, hoa];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const separatedBy = (mark: string, lines: readonly (readonly string[])[] = table, quote = quoted): string =>
  lines.map((line) => `${line.map(quote).join(mark)}\r\n`).join('');
const utf16 = (text: string, mark = true): Uint8Array => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
const bigEndian = (text: string): Uint8Array => Buffer.from(utf16(text)).swap16();

describe('a roster as a program saves it', () => {
  const bare = (cell: string): string => cell;
  const files: Record<string, string | Uint8Array> = {
    'with commas': separatedBy(','),
    'with semicolons': separatedBy(';'),
    'with tabs': separatedBy('\t', table, bare),
    'as “Unicode Text” of Excel': utf16(separatedBy('\t', table, bare)),
    'in UTF-16 without a mark': utf16(separatedBy('\t', table, bare), false),
    'in UTF-16 the other way round': bigEndian(separatedBy(';')),
    'as “CSV UTF-8”': `\uFEFF${separatedBy(';', table, bare)}`,
    'with a word on what separates': `sep=;\r\n${separatedBy(';')}`,
    'with a mark and a word on what separates': `\uFEFFsep=;\r\n${separatedBy(';')}`,
  };
  for (const [what, file] of Object.entries(files))
    it(`is read ${what}`, async () => assert.deepEqual(await rowsOf(file), await rowsOf(separatedBy(','))));

  it('is numbered as the program shows it', async () => {
    const wrong = separatedBy(';', [heading, lan, [...hoa.slice(0, 2), '', ...hoa.slice(3)]]);
    assert.deepEqual((await problemsOf(`sep=;\r\n${wrong}`)).map(inShort), ['4 fullName missing']);
  });

  const names = fc.string({ unit: fc.constantFrom(...'bcdghkĐ  ', '"', ',', ';', "'", '\t', '\n') });
  it('keeps whatever stands in a cell', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom(',', ';', '\t'), fc.boolean(), async (name, mark, wide) => {
        const title = `Kế ${name} toán`;
        const text = separatedBy(mark, [heading, [...lan.slice(0, 4), title, ...lan.slice(5)]]);
        const [row] = await rowsOf(wide ? utf16(text) : text);
        assert.equal(row?.title, title.replace(/\s+/g, ' '));
      }),
    );
  });

  it('keeps every letter of a long file, wherever it is taken apart', async () => {
    const kind = (n: number): string => '𝒜Ếđ'.repeat(1 + (n % 7)) + 'x'.repeat(n % 3);
    const people = Array.from({ length: 3_000 }, (_, n) => [idOf(n), ...lan.slice(1).with(0, ''), kind(n)]);
    const rows = await rowsOf(separatedBy(';', [[...heading, 'Loại lao động'], ...people]));
    assert.deepEqual(
      rows.map(({ employmentType }) => employmentType),
      people.map((_, n) => kind(n)),
    );
  });

  describe('is refused, saying how to save it,', () => {
    const inWindows1258 = Buffer.from(separatedBy(','), 'latin1');
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const refused: Record<string, [Uint8Array, string]> = {
      'when it is not Unicode': [inWindows1258, 'fileEncoding'],
      'when it is a PDF': [Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1'), 'filePdf'],
      'when it is of an old Excel': [Buffer.concat([compound, Buffer.from('Workbook\0', 'utf16le')]), 'fileOldExcel'],
      'when it has a password': [
        Buffer.concat([compound, Buffer.alloc(900), Buffer.from('EncryptedPackage\0', 'utf16le')]),
        'filePassword',
      ],
      'when it is a web page': [Buffer.from('<html><table><tr><td>Họ và tên</td></tr></table></html>'), 'fileWebPage'],
      'when it is a picture': [Buffer.from('GIF89a\0\0\u0001\0\u0001\0\0\0\0'), 'fileUnknown'],
      'when it is empty': [new Uint8Array(), 'fileEmpty'],
      'when it is larger than any roster': [Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'fileTooBig'],
    };
    for (const [what, [file, code]] of Object.entries(refused))
      it(what, async () => assert.deepEqual((await problemsOf(file)).map(inShort), [code]));

    it('when it has more rows than any unit people', async () => {
      const line = `${hoa.join(',')}\n`;
      const [problem, ...others] = await problemsOf(`${heading.join(',')}\n${line.repeat(12_001)}`);
      assert.deepEqual([problem?.code, problem?.line, others.length], ['tooManyRows', 12_001, 0]);
    });
  });
});

describe('a roster as an office makes it', () => {
  const short = (read: Awaited<ReturnType<typeof readFile>>) => ({
    people: read.rows.map(({ fullName, department }) => [fullName, department]),
    problems: read.problems.map(inShort),
    remarks: read.remarks.map(inShort),
  });
  const people = [
    ['Nguyễn Thị Lan', 'Phòng A'],
    ['Lê Văn Hòa', 'Phòng B'],
  ];

  it('has titles above the heading, numbers below it, signatures under the table', async () => {
    const file = separatedBy(',', [
      ['SỞ NỘI VỤ TỈNH KHÁNH HÒA'],
      ['TRUNG TÂM DỊCH VỤ VIỆC LÀM', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      [''],
      ['DANH SÁCH VIÊN CHỨC, NGƯỜI LAO ĐỘNG'],
      ['TT', ...heading],
      ['(1)', '(2)', '(3)', '(4)'],
      ['1', ...lan],
      ['2', ...hoa],
      ['3'],
      ['TT', ...heading],
      ['Tổng cộng: 2 người'],
    ]);
    assert.deepEqual(short(await readFile(file)), {
      people,
      problems: [],
      remarks: ['11 lineUnread Tổng cộng: 2 người'],
    });
  });

  it('has people below the names of their departments', async () => {
    const without = (cells: readonly string[]) => [...cells.slice(0, 3), ...cells.slice(4)];
    const file = separatedBy(',', [
      ['TT', ...without(heading)],
      ['I', 'Phòng A (1 người)'],
      ['1', ...without(lan)],
      ['II. Phòng B: 1 người'],
      ['2', ...without(hoa)],
    ]);
    assert.deepEqual(short(await readFile(file)), {
      people,
      problems: [],
      remarks: ['2 departmentLine Phòng A (1 người)', '4 departmentLine II. Phòng B: 1 người'],
    });
  });

  it('does not take a surname for a department', async () => {
    for (const name of ['Bàn Thị Mai', 'Tô Văn An', 'Trạm', 'Khoa'])
      assert.deepEqual((await problemsOf(separatedBy(',', [...table, ['', '', name]]))).map(inShort).toSorted(), [
        '4 department missing',
        '4 noIdentity',
        '4 roles missing',
      ]);
  });

  it('has columns without a name, and of which nothing is kept', async () => {
    const file = separatedBy(
      ',',
      table.map((line, i) => [...line, '', i === 0 ? 'Số điện thoại' : '0905123456', '']),
    );
    assert.deepEqual(short(await readFile(file)), { people, problems: [], remarks: ['1 columnUnread Số điện thoại'] });
  });

  it('has the name in two columns, under two headings or under one', async () => {
    const inTwo = (line: readonly string[]): string[] => {
      const [family, given] = [line[2]?.split(' ').slice(0, -1).join(' ') ?? '', line[2]?.split(' ').at(-1) ?? ''];
      return [...line.slice(0, 2), family, given, ...line.slice(3)];
    };
    for (const names of [
      ['Họ và tên đệm', 'Tên'],
      ['Họ', 'Tên'],
      ['Họ và tên', ''],
    ]) {
      const named = [...heading.slice(0, 2), ...names, ...heading.slice(3)];
      const file = separatedBy(',', [named, inTwo(lan), inTwo(hoa)]);
      assert.deepEqual(short(await readFile(file)), { people, problems: [], remarks: ['1 nameJoined'] }, names.join());
    }
  });

  it('has no column of roles: what the titles say is taken, and told', async () => {
    const title = (who: readonly string[], as: string) => [...who.slice(0, 4), as];
    const file = separatedBy(',', [
      heading.slice(0, 5),
      title(lan, 'Trưởng phòng A, Bí thư Chi đoàn'),
      title(hoa, 'Kế toán trưởng'),
      [idOf(3), '', 'Trần Văn Bảo', 'Ban Giám đốc', 'Phó Giám đốc'],
      [idOf(4), '', 'Vũ Thị Cúc', 'Phòng B', 'Phụ trách phòng'],
    ]);
    const { rows, problems, remarks } = await readFile(file);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map((row) => row.roles),
      [['head', 'youthSecretary'], ['staff'], ['deputyDirector'], ['staff']],
    );
    assert.deepEqual(remarks.map(inShort), [
      'nobodyOffice',
      '1 roles columnAbsent',
      '1 gender columnAbsent',
      '1 startDate columnAbsent',
      '2 roles rolesFromTitle Trưởng phòng A, Bí thư Chi đoàn',
      '4 roles rolesFromTitle Phó Giám đốc',
      '5 roles rolesFromTitle Phụ trách phòng',
    ]);
  });

  it('may be Entra’s own list of users', async () => {
    const file = separatedBy(',', [
      [
        'userPrincipalName',
        'displayName',
        'surname',
        'mail',
        'givenName',
        'id',
        'userType',
        'jobTitle',
        'department',
        'accountEnabled',
        'state',
        'country',
      ],
      [
        'lan@tt.onmicrosoft.com',
        'Nguyễn Thị Lan',
        'Nguyễn',
        'lan@ttdvvl.example',
        'Lan',
        idOf(1),
        'Member',
        'Chuyên viên',
        'Phòng A',
        'True',
        '',
        'VN',
      ],
    ]);
    const { rows, problems, remarks } = await readFile(file);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map((row) => [row.aadObjectId, row.email, row.fullName, row.department, row.title, row.roles]),
      [[idOf(1), 'lan@ttdvvl.example', 'Nguyễn Thị Lan', 'Phòng A', 'Chuyên viên', ['staff']]],
    );
    assert.deepEqual(
      remarks.filter(({ code }) => code === 'columnUnread').map(({ value }) => value),
      ['surname', 'givenName', 'userType', 'accountEnabled', 'state', 'country'],
    );
  });

  it('names other things than the known columns without being taken for a slip', () => {
    const others = [
      'Ngày vào Đảng',
      'Ngày vào Đoàn',
      'Ngày sinh',
      'Chức vụ Đảng',
      'Email cá nhân',
      'Email 2',
      'state',
      'Trình độ',
      'Dân tộc',
      'Ngạch',
      'Hệ số lương',
    ];
    assert.deepEqual(readHeader(others).problems, []);
    for (const [slip, meant] of [
      ['statsu', 'status'],
      ['Họ và tê', 'fullName'],
      ['Ngày vào lmà', 'startDate'],
      ['Vai tro2', undefined],
    ] as const)
      assert.deepEqual(
        readHeader([slip]).problems.map(({ column }) => column),
        meant === undefined ? [] : [meant],
        slip,
      );
  });
});

describe('the words of a roster', () => {
  for (const locale of ['vi', 'en'] as const) {
    it(`in ${locale} for columns are read back`, () => {
      const say = (key: string): string => texts(locale).t(`words.rosterFile.${key}`);
      const named = rosterColumns.map((column: RosterColumn) => say(`columns.${column}`));
      assert.deepEqual(readHeader(named).columns, rosterColumns);
    });
  }

  it('for roles are read back, but for the one that is named by the office', () => {
    const others = roles.filter((role) => role !== 'office');
    const said = others.map((role) => texts('vi').t(`words.roster.role.${role}`));
    assert.deepEqual(
      said.map((each) => readRoles(each, ({ code, value }) => assert.fail(`${code} ${value}`))),
      others.map((role) => [role]),
    );
  });
});

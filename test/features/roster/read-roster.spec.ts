import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CodedError } from '../../../src/domain/errors.ts';
import { readRoster } from '../../../src/features/roster/read-roster.ts';

const header = 'aadObjectId,email,fullName,department,title,roles,gender,startDate';
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const lan = `${idOf(1)},lan@ttdvvl.example,Nguyễn Thị Lan,Phòng A,Chuyên viên,staff office,female,2020-01-02`;

const problemsOf = (text: string): string[] => {
  try {
    readRoster(text);
  } catch (error) {
    assert.ok(error instanceof CodedError && error.code === 'ROSTER_INVALID', String(error));
    const problems = String(error.facts.problems).split('\n');
    assert.equal(error.facts.count, problems.length);
    return problems;
  }
  return [];
};

/** Lan's line with some cells changed; the optional columns are added as they are named. */
function changed(cells: Record<string, string>): string {
  const names = header.split(',');
  const values = lan.split(',');
  for (const [name, value] of Object.entries(cells)) {
    const at = names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
    values[at] = value;
  }
  return `${names.join(',')}\n${values.join(',')}\n`;
}

describe('readRoster', () => {
  it('reads a person', () => {
    assert.deepEqual(readRoster(`${header}\n${lan}\n`), [
      {
        aadObjectId: idOf(1),
        email: 'lan@ttdvvl.example',
        fullName: 'Nguyễn Thị Lan',
        department: 'Phòng A',
        title: 'Chuyên viên',
        roles: ['staff', 'office'],
        gender: 'female',
        startDate: '2020-01-02',
        endDate: null,
        employmentType: '',
        status: 'active',
        statusFrom: null,
        statusTo: null,
        organisations: [],
      },
    ]);
  });

  it('reads the optional columns', () => {
    const [row] = readRoster(
      changed({
        employmentType: 'contract',
        status: 'maternity',
        statusFrom: '01/10/2026',
        statusTo: '2027-03-31',
        endDate: '31/12/2030',
        organisations: 'tradeUnion youthUnion',
        teamsUser: 'lan.nt',
      }),
    );
    assert.deepEqual(
      row && [row.employmentType, row.status, row.statusFrom, row.statusTo, row.endDate, row.organisations],
      ['contract', 'onLeave', '2026-10-01', '2027-03-31', '2030-12-31', ['tradeUnion', 'youthUnion']],
    );
  });

  it('reads the file of the sample centre', () => {
    const rows = readRoster(readFileSync(new URL('../../../sandbox/sample/roster.csv', import.meta.url), 'utf8'));
    assert.equal(rows.length, 60);
  });

  describe('headers', () => {
    for (const vietnamese of [
      'Mã Entra;Email;Họ và tên;Phòng;Chức vụ;Vai trò;Giới tính;Ngày vào làm',
      'MA ENTRA;e-mail;HO VA TEN;PHONG;CHUC VU;VAI TRO;GIOI TINH;NGAY VAO LAM',
      'Mã Entra ;"Thư điện tử";Họ tên;Phòng ban;Chức vụ;Vai trò;Giới tính;Ngày vào làm'.normalize('NFD'),
    ]) {
      it(`may be ${vietnamese.normalize('NFC')}`, () => {
        const [row] = readRoster(`${vietnamese}\n${lan.replaceAll(',', ';').replace('female', 'Nữ')}\n`);
        assert.deepEqual(row, readRoster(`${header}\n${lan}\n`)[0]);
      });
    }

    it('may be in any order beside a serial number and notes', () => {
      const columns = `STT,${header.split(',').reverse().join(',')},Ghi chú`;
      const [row] = readRoster(`${columns}\n1,${lan.split(',').reverse().join(',')},về từ Sở\n`);
      assert.deepEqual(row, readRoster(`${header}\n${lan}\n`)[0]);
    });

    it('that are unknown, doubled or missing are refused together', () => {
      assert.deepEqual(problemsOf(`${header.replace('title', 'Email')},statsu\n${lan},\n`), [
        'line 1, unknown column "statsu"',
        'line 1, column email is given 2 times',
        'line 1, column title is missing',
      ]);
    });

    it('are missed in an empty file', () => {
      for (const text of ['', '\n\n', '\uFEFF']) assert.equal(problemsOf(text).length, 8);
    });
  });

  it('does not mind a byte order mark, CRLF, blank lines and lines of empty cells', () => {
    const rows = readRoster(`\uFEFF${header}\r\n\r\n${lan}\r\n,,,,,,,\r\n\r\n`);
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.startDate, '2020-01-02');
  });

  it('keeps commas, quotes and line ends inside quotes', () => {
    const [row] = readRoster(changed({ title: '"Văn thư, ""lưu trữ"""' }));
    assert.equal(row?.title, 'Văn thư, "lưu trữ"');
  });

  it('tidies values: composed letters, single spaces, lower-case addresses', () => {
    const [row] = readRoster(
      changed({
        fullName: '  Nguyễn\u00a0 Thị  Lan '.normalize('NFD'),
        email: 'Lan@TTDVVL.example',
        aadObjectId: 'ABCDEFAB-0000-4000-8000-000000000001',
        roles: '"OFFICE, councilchair;staff staff"',
      }),
    );
    assert.deepEqual(row && [row.fullName, row.email, row.aadObjectId, row.roles], [
      'Nguyễn Thị Lan',
      'lan@ttdvvl.example',
      'abcdefab-0000-4000-8000-000000000001',
      ['office', 'councilChair', 'staff'],
    ]);
  });

  for (const [written, read] of [
    ['05/09/2012', '2012-09-05'],
    ['5/9/2012', '2012-09-05'],
    ['2012-09-05', '2012-09-05'],
    ['29/02/2024', '2024-02-29'],
    ['', null],
  ] as const) {
    it(`reads the date ${JSON.stringify(written)} as ${read}`, () =>
      assert.equal(readRoster(changed({ startDate: written }))[0]?.startDate, read));
  }

  for (const [written, read] of [
    ['Nữ', 'female'],
    ['NAM', 'male'],
    ['male', 'male'],
    ['', 'unstated'],
  ] as const) {
    it(`reads the gender ${JSON.stringify(written)} as ${read}`, () =>
      assert.equal(readRoster(changed({ gender: written }))[0]?.gender, read));
  }

  it('takes people of other countries by their own names', () => {
    for (const fullName of ['Łukasz Nowak', 'François Müller', 'Ðặng Văn Ðức'])
      assert.equal(readRoster(changed({ fullName }))[0]?.fullName, fullName);
  });

  it('takes a person known by e-mail alone, or by Entra id alone', () => {
    assert.equal(readRoster(changed({ aadObjectId: '' }))[0]?.aadObjectId, '');
    assert.equal(readRoster(changed({ email: '' }))[0]?.email, '');
  });

  describe('refuses', () => {
    const cases: [string, Record<string, string>, RegExp][] = [
      [
        'a person without any identity',
        { aadObjectId: '', email: '' },
        /^line 2, aadObjectId: is empty, and so is email$/,
      ],
      ['an Entra id that is none', { aadObjectId: 'lan' }, /^line 2, aadObjectId: expected an Entra object id/],
      ['an e-mail that is none', { email: 'lan' }, /^line 2, email: expected an e-mail address, got "lan"$/],
      ['a person without a name', { fullName: ' ' }, /^line 2, fullName: is empty$/],
      ['a person without a department', { department: '' }, /^line 2, department: is empty$/],
      ['an unknown role', { roles: 'office boss' }, /^line 2, roles: unknown role "boss"; known are staff head /],
      ['an unknown gender', { gender: 'x' }, /^line 2, gender: unknown value "x"$/],
      ['a gender that is a property of objects', { gender: 'constructor' }, /^line 2, gender: unknown value/],
      ['an unknown status', { status: 'nghỉ' }, /^line 2, status: unknown value "nghỉ"$/],
      [
        'a day that is not in the calendar',
        { startDate: '31/02/2020' },
        /^line 2, startDate: expected a date .*"31\/02/,
      ],
      ['a date the American way', { startDate: '12/31/2020' }, /^line 2, startDate: expected a date/],
      ['a date with two digits of year', { startDate: '1/2/20' }, /^line 2, startDate: expected a date/],
      ['leaving before coming', { endDate: '2020-01-01' }, /^line 2, endDate: is before startDate$/],
      [
        'a leave that ends before it starts',
        { statusFrom: '2026-02-02', statusTo: '2026-02-01' },
        /^line 2, statusTo: is before/,
      ],
      ['a value out of all proportion', { title: 'a'.repeat(201) }, /^line 2, title: is longer than 200 characters$/],
      [
        'a name in an old font',
        { fullName: 'NguyÔn V¨n An' },
        /^line 2, fullName: "NguyÔn V¨n An": letters of an old TCVN3/,
      ],
      ['a title in another old font', { title: 'Tröôûng phoøng' }, /^line 2, title: .*VNI/],
      [
        'UTF-8 read as another encoding',
        { fullName: 'Nguyá»…n VÄƒn An' },
        /^line 2, fullName: .*UTF-8 was read as Windows-1252/,
      ],
      ['question marks for letters', { fullName: 'Nguy?n V?n H?' }, /^line 2, fullName: .*question marks/],
      [
        'another alphabet',
        { fullName: 'Иванов' },
        /^line 2, fullName: .*another alphabet: write them in Latin letters/,
      ],
      ['letters lost to another encoding', { fullName: 'Nguy\uFFFDn' }, /^line 2, the file is not UTF-8$/],
    ];
    for (const [what, cells, expected] of cases) {
      it(what, () => {
        const problems = problemsOf(changed(cells));
        assert.equal(problems.length, 1, problems.join('\n'));
        assert.match(problems[0] ?? '', expected);
      });
    }

    it('a person without a role', () =>
      assert.ok(problemsOf(changed({ roles: '' })).includes('line 2, roles: is empty')));

    it('a roster where nobody of the office is left', () => {
      const expected = ['line 1, roles: nobody has the role office, so nobody could take dossiers in'];
      assert.deepEqual(problemsOf(changed({ roles: 'staff' })), expected);
      assert.deepEqual(problemsOf(changed({ status: 'left' })), expected);
    });

    it('the same identity on two lines, whatever its case', () => {
      assert.deepEqual(problemsOf(`${header}\n${lan}\n${lan.toUpperCase().replace('FEMALE', 'female')}\n`), [
        `line 3, aadObjectId: "${idOf(1)}" is also on line 2`,
        'line 3, email: "lan@ttdvvl.example" is also on line 2',
      ]);
    });

    it('a line with too few or too many cells', () => {
      assert.deepEqual(problemsOf(`${header}\n${lan}\n${lan.replaceAll('1,', '2,').replace('lan@', 'hoa@')},more\n`), [
        'line 3, expected 8 columns, got 9',
      ]);
    });

    it('a quote that is never closed', () => {
      const [problem] = problemsOf(`${header}\n${lan}\n"${lan}\n`);
      assert.match(problem ?? '', /^line \d+, Quote Not Closed/);
    });

    it('every wrong line at once, each by its line in the file', () => {
      const text = `${header}\n\n${lan.replace('Phòng A', '')}\n${lan.replaceAll('1,', '2,').replace('lan@', 'hoa@').replace('office', 'boss')}\n`;
      assert.deepEqual(
        problemsOf(text).map((problem) => problem.split(':')[0]),
        ['line 3, department', 'line 4, roles'],
      );
    });
  });
});

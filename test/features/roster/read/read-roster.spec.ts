import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { idOf, inShort, problemsOf, rowsOf } from '../../../support/roster-files.ts';

const header = 'aadObjectId,email,fullName,department,title,roles,gender,startDate';
const lan = `${idOf(1)},lan@ttdvvl.example,Nguyễn Thị Lan,Phòng A,Chuyên viên,staff office,female,2020-01-02`;

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

const only = async (file: string) => (await rowsOf(file))[0];
const told = async (file: string) => (await problemsOf(file)).map(inShort);

describe('readRoster', () => {
  it('reads a person', async () => {
    assert.deepEqual(await rowsOf(`${header}\n${lan}\n`), [
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

  it('reads the optional columns', async () => {
    const row = await only(
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

  it('reads the file of the sample centre', async () => {
    const rows = await rowsOf(readFileSync(new URL('../../../../sandbox/sample/roster.csv', import.meta.url)));
    assert.equal(rows.length, 60);
  });

  describe('headers', () => {
    for (const vietnamese of [
      'Mã Entra;Email;Họ và tên;Phòng;Chức vụ;Vai trò;Giới tính;Ngày vào làm',
      'MA ENTRA;e-mail;HO VA TEN;PHONG;CHUC VU;VAI TRO;GIOI TINH;NGAY VAO LAM',
      'Mã Entra ;"Thư điện tử";Họ tên;Phòng ban;Chức vụ;Vai trò;Giới tính;Ngày vào làm'.normalize('NFD'),
      '"Mã\nEntra";Email;"Họ và\ntên";Phòng;Chức vụ;Vai trò;Giới tính;Ngày vào làm',
    ]) {
      it(`may be ${JSON.stringify(vietnamese.normalize('NFC'))}`, async () => {
        const row = await only(`${vietnamese}\n${lan.replaceAll(',', ';').replace('female', 'Nữ')}\n`);
        assert.deepEqual(row, await only(`${header}\n${lan}\n`));
      });
    }

    it('may be in any order beside a serial number and notes', async () => {
      const columns = `STT,${header.split(',').reverse().join(',')},Ghi chú`;
      const row = await only(`${columns}\n1,${lan.split(',').reverse().join(',')},về từ Sở\n`);
      assert.deepEqual(row, await only(`${header}\n${lan}\n`));
    });

    it('that are misspelt, doubled or missing are refused together', async () => {
      assert.deepEqual(await told(`${header.replace('fullName', 'Email')},statsu\n${lan},\n`), [
        '1 status columnMisspelt statsu',
        '1 email columnDoubled',
        '1 fullName columnMissing',
      ]);
      assert.deepEqual(await told('fullName,title,roles\nNguyễn Thị Lan,Chuyên viên,office\n'), [
        '1 department columnMissing',
        '1 noIdentityColumn',
      ]);
    });

    it('are missed in an empty file, and in one that has none', async () => {
      assert.deepEqual(await told(''), ['fileEmpty']);
      for (const text of ['\n\n', '\uFEFF', 'a,b\n1,2\n', `${lan}\n`])
        assert.deepEqual(await told(text), ['noHeader'], text);
    });

    it('without anybody below are told', async () => assert.deepEqual(await told(`${header}\n`), ['noPeople']));
  });

  it('does not mind a byte order mark, CRLF, blank lines and lines of empty cells', async () => {
    const rows = await rowsOf(`\uFEFF${header}\r\n\r\n${lan}\r\n,,,,,,,\r\n\r\n`);
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.startDate, '2020-01-02');
  });

  it('keeps commas, quotes and line ends inside quotes', async () => {
    assert.equal((await only(changed({ title: '"Văn thư, ""lưu trữ"""' })))?.title, 'Văn thư, "lưu trữ"');
  });

  it('tidies values: composed letters, single spaces, lower-case addresses', async () => {
    const row = await only(
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
    ['05-09-2012', '2012-09-05'],
    ['5.9.2012', '2012-09-05'],
    ['05/09/2012 00:00:00', '2012-09-05'],
    ['2012-09-05', '2012-09-05'],
    ['2012-09-05T00:00:00', '2012-09-05'],
    ['29/02/2024', '2024-02-29'],
    ['41157', '2012-09-05'],
    ['', null],
  ] as const) {
    it(`reads the date ${JSON.stringify(written)} as ${read}`, async () =>
      assert.equal((await only(changed({ startDate: written })))?.startDate, read));
  }

  for (const [written, read] of [
    ['Nữ', 'female'],
    ['NAM', 'male'],
    ['male', 'male'],
    ['', 'unstated'],
  ] as const) {
    it(`reads the gender ${JSON.stringify(written)} as ${read}`, async () =>
      assert.equal((await only(changed({ gender: written })))?.gender, read));
  }

  for (const [written, read] of [
    ['Trưởng phòng; Văn phòng', ['head', 'office']],
    ['"Viên chức\nVăn phòng"', ['staff', 'office']],
    ['"Phó Trưởng phòng, Thư ký Hội đồng, office"', ['deputy', 'councilSecretary', 'office']],
  ] as const) {
    it(`reads the roles ${JSON.stringify(written)}`, async () =>
      assert.deepEqual((await only(changed({ roles: written })))?.roles, read));
  }

  it('takes people of other countries by their own names', async () => {
    for (const fullName of ['Łukasz Nowak', 'François Müller', 'Ðặng Văn Ðức'])
      assert.equal((await only(changed({ fullName })))?.fullName, fullName);
  });

  it('takes a person known by e-mail alone, or by Entra id alone', async () => {
    assert.equal((await only(changed({ aadObjectId: '' })))?.aadObjectId, '');
    assert.equal((await only(changed({ email: '' })))?.email, '');
  });

  it('takes a line of which the empty cells at its end were dropped', async () => {
    const short = lan.split(',').slice(0, 6).join(',');
    assert.equal((await only(`${header}\n${short}\n`))?.startDate, null);
  });

  describe('refuses', () => {
    const cases: [string, Record<string, string>, string][] = [
      ['a person without any identity', { aadObjectId: '', email: '' }, '2 noIdentity'],
      ['an Entra id that is none', { aadObjectId: 'lan' }, '2 aadObjectId notEntraId lan'],
      ['an e-mail that is none', { email: 'lan' }, '2 email notAddress lan'],
      ['a person without a name', { fullName: ' ' }, '2 fullName missing'],
      ['a person without a department', { department: '' }, '2 department missing'],
      ['an unknown role', { roles: 'office boss' }, '2 roles unknownRole boss'],
      ['a role that nobody knows, whole', { roles: 'office; Trưởng nhóm' }, '2 roles unknownRole Trưởng nhóm'],
      ['an unknown gender', { gender: 'x' }, '2 gender unknownGender x'],
      ['a gender that is a property of objects', { gender: 'constructor' }, '2 gender unknownGender constructor'],
      ['an unknown status', { status: 'nghỉ' }, '2 status unknownStatus nghỉ'],
      ['a day that is not in the calendar', { startDate: '31/02/2020' }, '2 startDate notDate 31/02/2020'],
      ['a date the American way', { startDate: '12/31/2020' }, '2 startDate notDate 12/31/2020'],
      ['a date with two digits of year', { startDate: '1/2/20' }, '2 startDate notDate 1/2/20'],
      ['a number that is no day', { startDate: '9999' }, '2 startDate notDate 9999'],
      ['leaving before coming', { endDate: '2020-01-01' }, '2 endDate endBeforeStart 2020-01-01'],
      [
        'a leave that ends before it starts',
        { statusFrom: '2026-02-02', statusTo: '2026-02-01' },
        '2 statusTo statusEndBeforeStart 2026-02-01',
      ],
      ['a value out of all proportion', { title: 'a'.repeat(201) }, `2 title tooLong ${'a'.repeat(60)}…`],
      ['a formula without a result', { department: '#N/A' }, '2 department cellError #N/A'],
      ['a name in an old font', { fullName: 'NguyÔn V¨n An' }, '2 fullName tcvn3 NguyÔn V¨n An'],
      ['a title in another old font', { title: 'Tröôûng phoøng' }, '2 title vni Tröôûng phoøng'],
      ['UTF-8 read as another encoding', { fullName: 'Nguyá»…n VÄƒn An' }, '2 fullName utf8AsLatin Nguyá»…n VÄƒn An'],
      ['question marks for letters', { fullName: 'Nguy?n V?n H?' }, '2 fullName questionMarks Nguy?n V?n H?'],
      ['another alphabet', { fullName: 'Иванов' }, '2 fullName foreign Иванов'],
      ['letters lost to another encoding', { fullName: 'Nguy\uFFFDn' }, '2 fullName lost Nguy\uFFFDn'],
    ];
    for (const [what, cells, expected] of cases)
      it(what, async () => assert.deepEqual(await told(changed(cells)), [expected]));

    it('a person without a role', async () =>
      assert.deepEqual(await told(changed({ roles: '' })), ['noOffice', '2 roles missing']));

    it('a roster where nobody of the office is left', async () => {
      assert.deepEqual(await told(changed({ roles: 'staff' })), ['noOffice']);
      assert.deepEqual(await told(changed({ status: 'left' })), ['noOffice']);
    });

    it('the same identity on two lines, whatever its case', async () => {
      const problems = await problemsOf(`${header}\n${lan}\n${lan.toUpperCase().replace('FEMALE', 'female')}\n`);
      assert.deepEqual(problems.map(inShort), [
        `3 aadObjectId duplicate ${idOf(1)}`,
        '3 email duplicate lan@ttdvvl.example',
      ]);
      assert.deepEqual(
        problems.map(({ otherLine }) => otherLine),
        [2, 2],
      );
    });

    it('a line with more cells than there are headings', async () => {
      const hoa = lan.replaceAll('1,', '2,').replace('lan@', 'hoa@');
      assert.deepEqual(await told(`${header}\n${lan},,\n${hoa},,more\n`), ['3 surplusCells more']);
    });

    it('a quote that is never closed, by the line where it begins', async () => {
      assert.deepEqual(await told(`${header}\n${lan}\n"${lan}\n\n`), ['3 openQuote']);
    });

    it('every wrong line at once, each by its row in a spreadsheet', async () => {
      const [first, second] = [lan.replace('Phòng A', ''), lan.replaceAll('1,', '2,').replace('lan@', 'hoa@')];
      const text = `"${header.replace(',', '\n",')}\n\n${first.replace('Chuyên viên', '"Chuyên\nviên"')}\n${second.replace('office', 'boss')}\n`;
      assert.deepEqual(await told(text), ['3 department missing', '4 roles unknownRole boss']);
    });
  });
});

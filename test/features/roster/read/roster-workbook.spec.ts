import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { writeWorkbook } from '../../../../src/adapters/xlsx/write-workbook.ts';
import { formula, number, type RawCell, workbookOf } from '../../../support/make-workbook.ts';
import { idOf, inShort, problemsOf, readFile, rowsOf } from '../../../support/roster-files.ts';

const heading = ['TT', 'Mã Entra', 'Họ và tên', 'Phòng', 'Chức vụ', 'Vai trò', 'Ngày vào làm'];
const lan: RawCell[] = [number(1), idOf(1), 'Nguyễn Thị Lan', 'Phòng A', 'Chuyên viên', 'Văn phòng', number(42_618, 1)];
const hoa: RawCell[] = [number(2), idOf(2), 'Lê Văn Hòa', formula('Phòng B'), 'Kế toán', 'Viên chức', '5.9.2016'];
const workbook = (...rows: RawCell[][]): Uint8Array => workbookOf([{ name: 'Nhân sự', rows }], ['dd/mm/yyyy']);
const archive = (...paths: string[]): Uint8Array =>
  zipSync(Object.fromEntries(paths.map((path) => [path, strToU8(path)])), { level: 0 });

describe('a roster that is a workbook', () => {
  it('is read as its text would be: days, numbers, formulas by what they show', async () => {
    const rows = await rowsOf(workbook(heading, lan, hoa));
    assert.deepEqual(
      rows.map((row) => [row.fullName, row.department, row.roles, row.startDate]),
      [
        ['Nguyễn Thị Lan', 'Phòng A', ['office'], '2016-09-05'],
        ['Lê Văn Hòa', 'Phòng B', ['staff'], '2016-09-05'],
      ],
    );
  });

  it('has titles above, departments above their people, and nothing told twice', async () => {
    const file = workbook(
      ['TRUNG TÂM DỊCH VỤ VIỆC LÀM'],
      [],
      ['DANH SÁCH', null, null, null],
      heading,
      ['I', 'Phòng A'],
      [...lan.slice(0, 3), null, ...lan.slice(4)],
      [null, null, null, 'Người lập biểu'],
    );
    const { rows, problems, remarks } = await readFile(file);
    assert.deepEqual([rows.map(({ department }) => department), problems], [['Phòng A'], []]);
    assert.deepEqual(remarks.map(inShort), [
      '4 gender columnAbsent',
      '5 departmentLine Phòng A',
      '7 lineUnread Người lập biểu',
    ]);
  });

  it('tells the row as the program shows it', async () => {
    const nameless = [...hoa.slice(0, 2), formula('#N/A', 'e'), ...hoa.slice(3)];
    assert.deepEqual((await problemsOf(workbook([], [], heading, [], lan, nameless))).map(inShort), [
      '6 fullName cellError #N/A',
    ]);
  });

  it('is the first sheet with a heading; the others are named', async () => {
    const file = workbookOf(
      [
        { name: 'Bìa', rows: [['DANH SÁCH'], ['Năm 2026']] },
        { name: 'Ẩn', rows: [heading, lan], state: 'hidden' },
        { name: 'Nhân sự', rows: [heading, lan] },
        { name: 'Năm 2025', rows: [heading, hoa] },
      ],
      ['dd/mm/yyyy'],
    );
    const { rows, remarks } = await readFile(file);
    assert.deepEqual(
      rows.map(({ fullName }) => fullName),
      ['Nguyễn Thị Lan'],
    );
    assert.deepEqual(
      remarks.filter(({ code }) => code === 'sheetUnread').map(({ value }) => value),
      ['Bìa', 'Năm 2025'],
    );
  });

  it('may be one that the bot has written', async () => {
    const columns = heading.map((title) => ({ title, width: 20 }));
    const cells = [1, idOf(1), 'Nguyễn Thị Lan', 'Phòng A', 'Chuyên viên', 'office', '05/09/2016'];
    const rows = await rowsOf(await writeWorkbook([{ name: 'Nhân sự', columns, rows: [cells] }]));
    assert.equal(rows[0]?.startDate, '2016-09-05');
  });

  const refused: Record<string, [Uint8Array, string]> = {
    'without a heading': [workbook(['A'], ['B']), 'noHeader'],
    'of OpenDocument': [
      zipSync(
        { mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<a/>') },
        { level: 0 },
      ),
      'fileOpenDocument',
    ],
    'of Numbers': [archive('Index/Document.iwa', 'preview.jpg'), 'fileNumbers'],
    'in binary': [archive('[Content_Types].xml', 'xl/workbook.bin'), 'fileBinaryExcel'],
    'that is a document': [archive('[Content_Types].xml', 'word/document.xml'), 'fileUnknown'],
    'that is damaged': [workbook(heading, lan).subarray(0, 900), 'fileBroken'],
    'with cells farther right than anybody writes': [
      workbook(heading, [{ xml: () => '<c r="XFD2"><v>1</v></c>' }]),
      'tooWide',
    ],
  };
  for (const [what, [file, code]] of Object.entries(refused))
    it(`is refused ${what}`, async () => assert.deepEqual((await problemsOf(file)).map(inShort), [code]));

  it('is refused with more people than any unit has', async () => {
    const [problem] = await problemsOf(workbook(heading, ...Array.from({ length: 12_000 }, () => lan)));
    assert.deepEqual([problem?.code, problem?.line], ['tooManyRows', 12_001]);
  });
});

import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { DateTime } from 'luxon';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.ts';
import type { Cell, Sheet } from '../../../src/ports/workbook.ts';
import { readWorkbook } from '../../support/read-workbook.ts';

const columns = [
  { title: 'Họ và tên', width: 24 },
  { title: 'Gửi lúc', width: 18 },
];
const sheet = (rows: Sheet['rows'], name = 'Người nhận'): Sheet => ({ name, columns, rows });
const bookXml = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
const read = async (...sheets: Sheet[]) => readWorkbook(await writeWorkbook(sheets));

describe('a workbook', () => {
  it('has its sheets in order, each with the titles on top', async () => {
    const book = await read(sheet([['Đỗ Ăn', 3]]), sheet([], 'Theo phòng & khác'));
    assert.deepEqual(
      book.map(({ name, rows }) => [name, rows.map((row) => row.map(({ value }) => value))]),
      [
        [
          'Người nhận',
          [
            ['Họ và tên', 'Gửi lúc'],
            ['Đỗ Ăn', 3],
          ],
        ],
        ['Theo phòng & khác', [['Họ và tên', 'Gửi lúc']]],
      ],
    );
  });

  it('keeps the titles in sight and the columns as wide as told', async () => {
    const [first] = await read(sheet([]));
    assert.match(first?.xml ?? '', /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/);
    assert.match(first?.xml ?? '', /<col min="1" max="1" width="24" customWidth="1"\/>/);
  });

  it('goes on paper as wide as the page, with the titles on top of each', async () => {
    const bytes = await writeWorkbook([sheet([]), sheet([], "Phòng 'A' & B")]);
    const [first] = readWorkbook(bytes);
    assert.match(first?.xml ?? '', /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    assert.match(
      first?.xml ?? '',
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    );
    const titles = [...bookXml(bytes).matchAll(/_xlnm\.Print_Titles" localSheetId="(\d)">([^<]*)</g)];
    assert.deepEqual(
      titles.map(([, at, area]) => [at, area]),
      [
        ['0', "'Người nhận'!$1:$1"],
        ['1', "'Phòng ''A'' &amp; B'!$1:$1"],
      ],
    );
  });

  it('shows a long text whole: on more lines before a neighbour, running on at the end of its row', async () => {
    const long = 'Viên chức phụ trách tư vấn, giới thiệu việc làm và đào tạo nghề';
    const [first] = await read(sheet([[long, 'a'], ['a', long], [long]]));
    const heights = [...(first?.xml ?? '').matchAll(/<row r="\d+"( ht="(\d+)")?>/g)].map(([, , height]) => height);
    assert.deepEqual(heights, [undefined, '45', undefined, undefined]);
    const styles = [...(first?.xml ?? '').matchAll(/<c r="(A2|B3|A4)" s="(\d+)"/g)].map(([, place, at]) => [place, at]);
    const [wrapped, , alone] = styles.map(([, at]) => at);
    assert.notEqual(wrapped, alone);
    assert.deepEqual(styles, [
      ['A2', wrapped],
      ['B3', alone],
      ['A4', alone],
    ]);
  });

  it('never reads a text as a formula, a number or markup', async () => {
    const hostile = [
      '=1+1',
      '+84 90',
      '-1',
      '@SUM(A1)',
      "=cmd|'/c calc'!A1",
      '007',
      '<b>&amp;',
      '_x0041_',
      ' a ',
      '\t=1',
    ];
    const [first] = await read(sheet(hostile.map((text) => [text])));
    assert.deepEqual(
      first?.rows.slice(1).map(([cell]) => [cell?.kind, cell?.value]),
      hostile.map((text) => ['text', text]),
    );
    assert.doesNotMatch(first?.xml ?? '', /<f\b/);
  });

  it('drops what XML cannot hold and keeps every other letter', async () => {
    const [first] = await read(sheet([['Đ\u0000ặ\u0007ng\ud800 𝒳 \uFFFE"Ýên"']]));
    assert.equal(first?.rows[1]?.[0]?.value, 'Đặng 𝒳 "Ýên"');
  });

  it('writes an instant as a date cell that reads as the clock of its zone does', async () => {
    const at = DateTime.fromISO('2026-11-30T16:59:00Z').setZone('Asia/Ho_Chi_Minh');
    const [first] = await read(sheet([['a', at]]));
    const cell = first?.rows[1]?.[1];
    assert.equal(cell?.kind, 'instant');
    const minutes = Math.round(Number(cell?.value) * 1440);
    const shown = DateTime.fromISO('1899-12-30', { zone: 'utc' }).plus({ minutes });
    assert.equal(shown.toFormat('dd/MM/yyyy HH:mm'), '30/11/2026 23:59');
  });

  it('leaves empty cells out and numbers the rest by their column, beyond Z too', async () => {
    const cells: Cell[] = Array.from({ length: 28 }, (_, i) => (i === 0 || i === 27 ? i : null));
    const [first] = await read(sheet([cells]));
    assert.match(
      first?.xml ?? '',
      /<row r="2"><c r="A2" s="\d+"><v>0<\/v><\/c><c r="AB2" s="\d+"><v>27<\/v><\/c><\/row>/,
    );
  });

  it('is the same bytes for the same cells', async () => {
    const rows = [['Võ Thị Ý', 1]];
    assert.deepEqual(await writeWorkbook([sheet(rows)]), await writeWorkbook([sheet(rows)]));
  });

  it('lets other work have its turn while it is made', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await writeWorkbook([sheet(Array.from({ length: 5_000 }, (_, i) => [`Nguyễn Văn ${i}`, i]))]);
    clearInterval(timer);
    assert.ok(turns > 5, `${turns} turns`);
  });

  it('fails as its rows fail', async () => {
    async function* rows(): AsyncGenerator<Cell[]> {
      yield ['a'];
      throw new TypeError('gone');
    }
    await assert.rejects(writeWorkbook([sheet(rows())]), /gone/);
  });
});

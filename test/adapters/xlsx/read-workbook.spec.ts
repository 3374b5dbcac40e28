import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { DateTime } from 'luxon';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.ts';
import { WorkbookFlaw } from '../../../src/ports/workbook.ts';
import {
  formula,
  number,
  type RawSheet,
  sheetXml,
  workbookOf,
  workbookParts,
  zipped,
} from '../../support/make-workbook.ts';

async function cellsOf(bytes: Uint8Array, at = 0): Promise<(readonly [line: number, ...cells: string[]])[]> {
  const rows: (readonly [number, ...string[]])[] = [];
  for await (const { line, cells } of (await readWorkbook(bytes))[at]?.rows() ?? []) rows.push([line, ...cells]);
  return rows;
}
const flawOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await cellsOf(bytes);
  } catch (error) {
    assert.ok(error instanceof WorkbookFlaw, String(error));
    return error.kind;
  }
  return 'none';
};
const one = (...rows: RawSheet['rows']): RawSheet[] => [{ name: 'Nhân sự', rows }];
const day = 42_618; // 5 September 2016

describe('readWorkbook', () => {
  for (const format of ['dd/mm/yyyy', 'd-m-yy', '[$-42A]dd mmmm yyyy', '[$-1010000]d/m/yyyy;@', 'yyyy\\-mm\\-dd hh:mm'])
    it(`reads a day shown as ${format}`, async () =>
      assert.deepEqual(await cellsOf(workbookOf(one([number(day, 1), number(day + 0.5, 1)]), [format])), [
        [1, '2016-09-05', '2016-09-05'],
      ]));

  it('counts days from 1904 where the workbook does', async () => {
    const parts = workbookParts(one([number(day - 1462, 1)]), ['dd/mm/yyyy']);
    const list = (parts['xl/workbook.xml'] ?? '').replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    assert.deepEqual(await cellsOf(zipped({ ...parts, 'xl/workbook.xml': list })), [[1, '2016-09-05']]);
  });

  it('reads numbers without zeros behind, formulas by their last result, and what shows an error as it shows', async () => {
    const rows = one([
      number(12),
      number(1.5),
      number(84905123456),
      formula('xong'),
      formula('7', 'n'),
      formula('#N/A', 'e'),
      formula('', 'n'),
    ]);
    assert.deepEqual(await cellsOf(workbookOf(rows)), [[1, '12', '1.5', '84905123456', 'xong', '7', '#N/A', '']]);
  });

  it('reads shared texts, with their formats', async () => {
    const parts = workbookParts(one([{ xml: (place) => `<c r="${place}" t="s"><v>1</v></c>` }]));
    const strings =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>A</t></si><si><r><t>Nguyễn </t></r><r><rPr><b/></rPr><t>Thị Lan</t></r></si></sst>';
    const rels = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    );
    assert.deepEqual(
      await cellsOf(zipped({ ...parts, 'xl/sharedStrings.xml': strings, 'xl/_rels/workbook.xml.rels': rels })),
      [[1, 'Nguyễn Thị Lan']],
    );
  });

  it('knows the rows by their numbers, and leaves out the empty ones', async () => {
    assert.deepEqual(await cellsOf(workbookOf(one(['A'], [], [null, ''], [null, 'B']))), [
      [1, 'A'],
      [4, '', 'B'],
    ]);
  });

  it('lists the sheets that can be seen, and no charts', async () => {
    const parts = workbookParts([
      { name: 'Ẩn', rows: [['x']], state: 'hidden' },
      { name: 'Ẩn hẳn', rows: [['x']], state: 'veryHidden' },
      { name: 'Biểu đồ', rows: [] },
      { name: 'Phòng A & B', rows: [['y']] },
    ]);
    const rels = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      /worksheet"( Target="worksheets\/sheet3)/,
      'chartsheet"$1',
    );
    const sheets = await readWorkbook(zipped({ ...parts, 'xl/_rels/workbook.xml.rels': rels }));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Phòng A & B'],
    );
  });

  it('reads what the bot writes', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'aBđẾ <>&"\'_x0041_;=+\n'), maxLength: 20 })
      .map((text) => `.${text}.`);
    const days = fc
      .integer({ min: -10_000, max: 30_000 })
      .map((n) => DateTime.fromISO('2000-01-01T00:00Z', { setZone: true }).plus({ days: n }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, days, fc.integer()), { maxLength: 30 }), async (rows) => {
        const columns = ['A', 'B', 'C'].map((title) => ({ title, width: 10 }));
        const read = await cellsOf(await writeWorkbook([{ name: 'Một', columns, rows }]));
        assert.deepEqual(
          read.slice(1).map(([, ...cells]) => cells),
          rows.map(([text, at, n]) => [text, at.toISODate(), String(n)]),
        );
      }),
      { numRuns: 30 },
    );
  });

  describe('is not hurt', () => {
    const parts = workbookParts(one(['A']));
    const sheet = 'xl/worksheets/sheet1.xml';
    const withSheet = (rows: string): Uint8Array => zipped({ ...parts, [sheet]: sheetXml(rows) });
    const shared = (target: string): string =>
      (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        `<Relationship Id="rIdS" Type="http://x/sharedStrings" Target="${target}"/></Relationships>`,
      );
    const rels = 'xl/_rels/workbook.xml.rels';

    it('by a million empty rows', async () => {
      const rows = Array.from({ length: 1_048_576 }, (_, i) => `<row r="${i + 1}"/>`).join('');
      assert.deepEqual(await cellsOf(withSheet(`<row r="1"><c r="A1"><v>1</v></c></row>${rows}`)), [[1, '1']]);
      // Read in pieces, beside all else that a busy machine does.
    }).timeout(60_000);
    it('by a cell in the farthest corner, or beyond it', async () => {
      assert.equal(await flawOf(withSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')), 'tooWide');
      assert.deepEqual(await cellsOf(withSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')), [
        [1_048_576, '1'],
      ]);
      assert.equal(await flawOf(withSheet('<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>')), 'broken');
    });
    it('by entities that grow', async () => {
      const entities = ['a', ...'bcdefgh'].map(
        (name, i, all) => `<!ENTITY ${name} "${i === 0 ? 'ha' : `&${all[i - 1]};`.repeat(10)}">`,
      );
      const text = `<!DOCTYPE w [${entities.join('')}]>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&h;</t></is></c></row>')}`;
      assert.deepEqual(await cellsOf(zipped({ ...parts, [sheet]: text })), [[1, '&h;']]);
    });
    it('by links that lead out', async () => {
      const outward =
        '<Relationship Id="rIdX" Type="http://x/externalLink" Target="http://example.com/x" TargetMode="External"/></Relationships>';
      const more = (parts[rels] ?? '').replace('</Relationships>', outward);
      assert.deepEqual(await cellsOf(zipped({ ...parts, [rels]: more })), [[1, 'A']]);
    });
    it('by texts that unpack to more than there is room for, whatever they are called', async () => {
      const texts = `<sst>${'<si><t>a</t></si>'.repeat(300_000)}</sst>`;
      for (const target of ['sharedStrings.xml', 'worksheets/texts.xml', 'media/picture.png'])
        assert.equal(
          await flawOf(zipped({ ...parts, [rels]: shared(target), [`xl/${target}`]: texts })),
          'tooBig',
          target,
        );
    });
    it('by a sheet that unpacks to more than is read', async () => {
      const spaces = new Uint8Array(65 * 1024 * 1024).fill(32);
      assert.equal(await flawOf(zipSync({ ...unzipSync(zipped(parts)), [sheet]: spaces }, { level: 1 })), 'tooBig');
    });
    it('by an archive whose table says less than it holds', async () => {
      const texts = strToU8(`<sst>${'<si><t>a</t></si>'.repeat(300_000)}</sst>`);
      const bytes = Buffer.from(
        zipped({ ...parts, [rels]: shared('sharedStrings.xml'), 'xl/sharedStrings.xml': texts }),
      );
      for (const told of [0, 900]) {
        const lying = Buffer.from(bytes);
        // In the table at the end, and before the file itself.
        for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 1))
          if (lying.subarray(at + 46, at + 66).toString() === 'xl/sharedStrings.xml')
            lying.writeUInt32LE(told, at + 24);
        for (let at = lying.indexOf('PK\u0003\u0004'); at >= 0; at = lying.indexOf('PK\u0003\u0004', at + 1))
          if (lying.subarray(at + 30, at + 50).toString() === 'xl/sharedStrings.xml')
            lying.writeUInt32LE(told, at + 22);
        assert.equal(await flawOf(lying), told === 0 ? 'tooBig' : 'broken');
      }
    });
    it('by an archive that is cut off, empty, or has no list of sheets', async () => {
      const whole = zipped(parts);
      for (const bytes of [whole.subarray(0, whole.length / 2), new Uint8Array(), strToU8('PK\u0003\u0004'.repeat(30))])
        assert.equal(await flawOf(bytes), 'broken');
      const { 'xl/workbook.xml': _, ...rest } = parts;
      assert.deepEqual(await readWorkbook(zipped(rest)), []);
    });
    it('by any byte that was changed', async () => {
      const whole = workbookOf(one(['Họ và tên', number(day, 1)], ['Nguyễn Thị Lan']), ['dd/mm/yyyy']);
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
          const spoilt = Uint8Array.from(whole);
          spoilt[at] = byte;
          assert.ok(['none', 'broken', 'tooBig', 'tooWide'].includes(await flawOf(spoilt)));
        }),
        { numRuns: 500 },
      );
    });
  });
});

import { setImmediate } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Sheet, WriteWorkbook } from '../../ports/workbook.ts';
import { parts, rowXml, sheetEnd, sheetPath, sheetStart } from './sheet-xml.ts';

/** Characters that are compressed in one go: some milliseconds of work. */
const chunkSize = 32 * 1024;
/** The earliest a zip can say; a time of writing would make every file another one. */
const noTime = new Date(1980, 0, 1);

/** Office Open XML by hand, compressed as it is written (decision record 8 says why). */
export const writeWorkbook: WriteWorkbook = async (sheets) => {
  const written: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failed ??= error;
    if (error === null) written.push(chunk);
  });
  const add = (path: string): ZipDeflate => {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = noTime;
    zip.add(entry);
    return entry;
  };
  for (const [path, xml] of Object.entries(parts(sheets))) add(path).push(strToU8(xml), true);
  for (const [i, sheet] of sheets.entries()) await writeSheet(add(sheetPath(i + 1)), sheet);
  zip.end();
  if (failed !== null) throw failed;
  return Buffer.concat(written);
};

async function writeSheet(entry: ZipDeflate, sheet: Sheet): Promise<void> {
  const { columns } = sheet;
  const titles = columns.map(({ title }) => title);
  let xml = sheetStart(sheet) + rowXml(titles, 1, columns);
  let row = 1;
  for await (const cells of sheet.rows) {
    row += 1;
    xml += rowXml(cells, row, columns);
    if (xml.length < chunkSize) continue;
    entry.push(strToU8(xml));
    xml = '';
    await setImmediate();
  }
  entry.push(strToU8(xml + sheetEnd), true);
}

import { streamXlsxRows } from 'hucre/xlsx';
import { type ReadWorkbook, type TextRow, WorkbookFlaw } from '../../ports/workbook.ts';
import { visibleSheets } from './workbook-parts.ts';

/** More than a table of people has; a sheet has room for 16,384. */
const mostColumns = 256;

/** By hucre, row by row (decision record 38 says why). */
export const readWorkbook: ReadWorkbook = async (bytes) => {
  try {
    return visibleSheets(bytes).map((name) => ({ name, rows: () => rowsOf(bytes, name) }));
  } catch (error) {
    throw asFlaw(error);
  }
};

/** The library gives other work its turn; whoever takes the rows must not, or those that wait to be taken pile up. */
async function* rowsOf(bytes: Uint8Array, sheet: string): AsyncGenerator<TextRow> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (values.length > mostColumns) throw new WorkbookFlaw('tooWide');
      if (values.some((value) => value !== null && value !== ''))
        yield { line: index + 1, cells: values.map((value) => textOf(value)) };
    }
  } catch (error) {
    throw asFlaw(error);
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

/** Bytes that somebody sent are at fault, whatever a library says of them. */
const asFlaw = (error: unknown): WorkbookFlaw => (error instanceof WorkbookFlaw ? error : new WorkbookFlaw('broken'));

import { type UnzipFileInfo, unzipSync } from 'fflate';
import { readXml } from 'hucre/xml';
import { WorkbookFlaw } from '../../ports/workbook.ts';

const mebibyte = 1024 * 1024;
/** Unpacked. A sheet is read as a stream; of every other part the whole is held, a table of texts at fifty times its size. */
const mostBytes: Readonly<Record<string, number>> = {
  worksheet: 64 * mebibyte,
  sharedStrings: 4 * mebibyte,
  styles: 4 * mebibyte,
  officeDocument: 4 * mebibyte,
};
const mostOfList = 4 * mebibyte;
/** What says which parts there are: the types, the list of sheets, who is related to whom. */
const isList = (path: string): boolean => /^\[Content_Types\]\.xml$|\.rels$|(?:^|\/)workbook[^/]*\.xml$/i.test(path);

const lastOf = (path: string | undefined): string => path?.split('/').at(-1) ?? '';

interface Row {
  readonly [attribute: `@${string}`]: unknown;
}
const rowsOf = (part: Uint8Array, rowTag: string): readonly Row[] =>
  readXml(part, { rowTag, stripNamespaces: true }).data as Row[];
const textAt = (row: Row, attribute: `@${string}`): string => String(row[attribute] ?? '');

/**
 * The names of the visible sheets of cells, when no part that is read later is larger than it may be. By the archive's own table, to which
 * whoever unpacks holds it; a part that the table says nothing of has no size that could be held to.
 * @throws WorkbookFlaw; what else is thrown comes of bytes that are no archive
 */
export function visibleSheets(bytes: Uint8Array): string[] {
  const sizes = new Map<string, number>();
  const lists = unzipSync(bytes, {
    filter({ name, originalSize }: UnzipFileInfo) {
      const size = originalSize === 0 ? Number.POSITIVE_INFINITY : originalSize;
      sizes.set(lastOf(name), Math.max(size, sizes.get(lastOf(name)) ?? 0));
      if (isList(name) && size > mostOfList) throw new WorkbookFlaw('tooBig');
      return isList(name);
    },
  });
  const sheetIds = new Set<string>();
  let sheets: readonly Row[] = [];
  for (const [path, part] of Object.entries(lists)) {
    if (!path.endsWith('.rels')) sheets = rowsOf(part, 'sheet').length > 0 ? rowsOf(part, 'sheet') : sheets;
    else
      for (const relation of rowsOf(part, 'Relationship')) {
        const kind = lastOf(textAt(relation, '@Type'));
        if (kind === 'worksheet') sheetIds.add(textAt(relation, '@Id'));
        const size = sizes.get(lastOf(textAt(relation, '@Target'))) ?? 0;
        if (size > (mostBytes[kind] ?? Number.POSITIVE_INFINITY)) throw new WorkbookFlaw('tooBig');
      }
  }
  // Charts, too, are listed as sheets.
  return sheets
    .filter((sheet) => sheetIds.has(textAt(sheet, '@r:id')) && !/hidden/i.test(textAt(sheet, '@state')))
    .map((sheet) => textAt(sheet, '@name'));
}

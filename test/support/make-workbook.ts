import { strToU8, type Zippable, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** A cell as its XML says it; a string is a text, a number stands in the given style. */
export type RawCell = string | { readonly xml: (place: string) => string } | null;
export const number = (value: number, style = 0): RawCell => ({
  xml: (place) => `<c r="${place}" s="${style}"><v>${value}</v></c>`,
});
export const formula = (cached: string, type = 'str'): RawCell => ({
  xml: (place) => `<c r="${place}" t="${type}"><f>CONCATENATE("a","b")</f><v>${cached}</v></c>`,
});

export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly state?: string;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const columnAt = (at: number): string => String.fromCharCode(65 + at);

export const sheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

function rowXml(cells: readonly RawCell[], line: number): string {
  const all = cells.map((cell, at) => {
    const place = `${columnAt(at)}${line}`;
    if (cell === null) return '';
    return typeof cell === 'string'
      ? `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
      : cell.xml(place);
  });
  return `<row r="${line}">${all.join('')}</row>`;
}

/** The parts of a workbook as Excel writes them, so that a test may spoil one. @param formats of the styles from 1 on */
export function workbookParts(sheets: readonly RawSheet[], formats: readonly string[] = []): Record<string, string> {
  const relations = (inside: string): string =>
    `<Relationships xmlns="${packaged}/relationships">${inside}</Relationships>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const each = (part: (sheet: RawSheet, n: number) => string): string => sheets.map((s, i) => part(s, i + 1)).join('');
  return {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(({ name, state }, n) => `<sheet name="${escaped(name)}" sheetId="${n}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      each((_, n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)) +
        relation('rIdStyles', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        sheetXml(rows.map((cells, at) => rowXml(cells, at + 1)).join('')),
      ]),
    ),
  };
}

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ) as Zippable,
  );

export const workbookOf = (sheets: readonly RawSheet[], formats: readonly string[] = []): Uint8Array =>
  zipped(workbookParts(sheets, formats));

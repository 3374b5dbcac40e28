import type { DateTime } from 'luxon';
import type { Cell, Sheet } from '../../ports/workbook.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Places in `cellXfs` of the styles below. Texts have the text format, so that they stay texts when somebody edits the cell; `wrapped` is
 * one that goes on in its own cell, on further lines.
 */
const style = { text: 1, instant: 2, heading: 3, wrapped: 4, number: 5 } as const;

const cellLimit = 32_767;
const millisOfDay = 86_400_000;
/** Days from the day 0 of a worksheet to 1970-01-01. */
const epoch = 25_569;

/** Characters that XML cannot hold, and `_x0041_`, which a worksheet reads as the character of that code. */
function xmlText(text: string): string {
  return text
    .slice(0, cellLimit)
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]|(?![\n\t])\p{Cc}/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** 0 → `A`, 26 → `AA`. */
function column(at: number): string {
  return (at < 26 ? '' : column(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
}

/** Days since day 0 by the clock on the wall of the instant's zone. */
const serial = (at: DateTime): number => (at.toMillis() + at.offset * 60_000) / millisOfDay + epoch;

const isEmpty = (cell: Cell): cell is null | '' => cell === null || cell === '';

function cellXml(cell: Cell, place: string, textStyle: number): string {
  if (isEmpty(cell)) return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${style.number}"><v>${cell}</v></c>`;
  if (typeof cell !== 'string') return `<c r="${place}" s="${style.instant}"><v>${serial(cell)}</v></c>`;
  return `<c r="${place}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

/** In points, as Excel has it for the font below; said of a row of several lines, since not every program works it out. */
const lineHeight = 15;

/** @param width in characters */
function linesIn(text: string, width: number): number {
  let lines = 1;
  let room = width;
  for (const word of text.split(/\s/)) {
    if (word.length > room && room < width) {
      lines += 1;
      room = width;
    }
    lines += Math.max(0, Math.ceil(word.length / width) - 1);
    room -= word.length + 1;
  }
  return lines;
}

/**
 * A long text is cut where its right neighbour begins, so it wraps; the last one of a row has room to run on.
 * @param row from 1
 */
export function rowXml(cells: readonly Cell[], row: number, columns: Sheet['columns']): string {
  const last = row === 1 ? cells.length : cells.findLastIndex((cell) => !isEmpty(cell));
  const lines = cells.map((cell, i) =>
    typeof cell === 'string' && i < last ? linesIn(cell, columns[i]?.width ?? 1) : 1,
  );
  const tallest = Math.max(1, ...lines);
  const height = tallest === 1 ? '' : ` ht="${tallest * lineHeight}"`;
  const textStyle = (i: number): number => (row === 1 ? style.heading : i < last ? style.wrapped : style.text);
  return `<row r="${row}"${height}>${cells.map((cell, i) => cellXml(cell, `${column(i)}${row}`, textStyle(i))).join('')}</row>`;
}

/** What stands before the rows: the first row is frozen. */
export const sheetStart = ({ columns }: Sheet): string =>
  `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${lineHeight}"/><cols>${columns
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;
/** On paper: A4 across, as many pages as the rows need but one in width, with lines between the cells and the page's number below. */
export const sheetEnd =
  '</sheetData><printOptions gridLines="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>';

/** The titles stand on top of each page that is printed. */
const printedTitles = ({ name }: Sheet, n: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${n - 1}">'${xmlText(name.replace(/'/g, "''"))}'!$1:$1</definedName>`;

const each = (sheets: readonly Sheet[], xml: (sheet: Sheet, n: number) => string): string =>
  sheets.map((sheet, i) => xml(sheet, i + 1)).join('');

export const sheetPath = (n: number): string => `xl/worksheets/sheet${n}.xml`;

/** Every part of the package but the sheets, by path. */
export function parts(sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${spreadsheetml}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (xml: string): string =>
    `${head}<Relationships xmlns="${packaged}/relationships">${xml}</Relationships>`;
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${each(sheets, (_, n) => override(sheetPath(n), 'worksheet'))}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(sheets, ({ name }, n) => `<sheet name="${xmlText(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets><definedNames>${each(sheets, printedTitles)}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      each(sheets, (_, n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)) +
        relation('rIdStyles', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EAF6"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
}

import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  convertMillimetersToTwip as mm,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

// The layout of Decree 30/2020: A4, Times New Roman 13–14, margins in the order top, bottom, left, right 20, 20, 30, 15 mm (docs of the paper's rules: appendix I).

const font = 'Times New Roman';
const portrait = { width: 165, height: 257 };
const landscape = { width: 252, height: 165 };
type Run = Readonly<{ text: string; bold?: boolean; italics?: boolean; size?: number; caps?: boolean }>;
type Style = Omit<IParagraphOptions, 'children' | 'text' | 'run'> & Omit<Run, 'text'>;

/** Points; Word counts halves. */
const run = ({ size = 14, caps = false, ...of }: Run): TextRun =>
  new TextRun({ font, size: size * 2, allCaps: caps, ...of });

/** One paragraph; `**bold**` and `_italics_` stand for themselves nowhere in a paper, so they mark runs here. */
export function line(text: string, { bold, italics, size, caps, ...style }: Style = {}): Paragraph {
  const parts = text.split(/(\*\*[^*]+\*\*)/).filter((part) => part !== '');
  return new Paragraph({
    spacing: { before: 0, after: 0 },
    ...style,
    children: parts.map((part) => {
      const isBold = part.startsWith('**');
      const of = { bold: isBold || bold === true, italics: italics === true, caps: caps === true };
      return run({ text: isBold ? part.slice(2, -2) : part, ...of, ...(size === undefined ? {} : { size }) });
    }),
  });
}

export const centred = (text: string, style: Style = {}): Paragraph =>
  line(text, { alignment: AlignmentType.CENTER, ...style });

/** A paragraph of the body: first line 1 cm, 6 points apart. */
export const body = (text: string, style: Style = {}): Paragraph =>
  line(text, {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(10) },
    spacing: { before: 120, after: 0, line: 276, lineRule: 'auto' },
    ...style,
  });
export const grounds = (text: string): Paragraph => body(text, { italics: true });
export const heading = (text: string): Paragraph => body(text, { bold: true, keepNext: true });
/** A line above a table, on the page of its first row. */
export const above = (text: string): Paragraph =>
  body(text, { bold: true, keepNext: true, spacing: { before: 120, after: 60 } });

/** A rule below a heading, as wide as so much of the column. */
function rule(width: number, share: number): Paragraph {
  const indent = mm((width * (1 - share)) / 2);
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 0, after: 0, line: 60, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [run({ text: '', size: 2 })],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  ...{ top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
};

/** Columns side by side without lines. @param widths in millimetres */
export function columns(widths: readonly number[], rows: readonly (readonly Paragraph[])[][]): Table {
  return new Table({
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (children, i) =>
              new TableCell({
                borders: noBorders,
                margins: { left: 0, right: 0 },
                width: { size: mm(widths[i] ?? 0), type: WidthType.DXA },
                children: [...children],
              }),
          ),
        }),
    ),
  });
}

interface Letterhead {
  /** Whoever stands above it; absent for what stands alone. */
  readonly above?: string;
  readonly issuer: string;
  readonly number: string;
  /** Empty for minutes, which bear no line of place and date. */
  readonly placed: string;
  readonly isWide?: boolean;
}

/** National heading and unit side by side, number and day below. */
export function letterhead({ above, issuer, number, placed, isWide = false }: Letterhead): Table {
  const [left, right] = isWide ? [110, 142] : [66, 99];
  return columns(
    [left, right],
    [
      [
        [
          ...(above === undefined ? [] : [centred(above, { size: 12, caps: true })]),
          centred(issuer, { size: 12, bold: true, caps: true }),
          rule(left, 0.4),
        ],
        [
          centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true }),
          centred('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true }),
          rule(right, 0.66),
        ],
      ],
      [
        [centred(number, { size: 13, spacing: { before: 120, after: 0 } })],
        [centred(placed, { size: 13, italics: true, spacing: { before: 120, after: 0 } })],
      ],
    ],
  );
}

/** The kind of paper, what it is about, and the rule below. */
export const title = (kind: string, about: readonly string[], isWide = false): Paragraph[] => [
  line('{#draft}', { size: 13 }),
  centred('DỰ THẢO', { bold: true, size: 13, spacing: { before: 120, after: 0 } }),
  line('{/draft}', { size: 13 }),
  centred(kind, { bold: true, spacing: { before: 240, after: 0 } }),
  ...about.map((text) => centred(text, { bold: true })),
  rule(isWide ? landscape.width : portrait.width, 0.3),
];

const single = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const lined = {
  ...{ top: single, bottom: single, left: single, right: single, insideHorizontal: single, insideVertical: single },
};

export interface Column {
  readonly head: string;
  /** In millimetres. */
  readonly width: number;
  readonly cell: string;
  readonly isCentred?: boolean;
}

/** A table whose first row stands on every page. @param over the list of which each is a row. @param foot a last row in one cell */
export function table(over: string, all: readonly Column[], foot = ''): Table {
  const cell = (text: string, { width, isCentred = false }: Column, style: Style = {}): TableCell =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      width: { size: mm(width), type: WidthType.DXA },
      children: [isCentred ? centred(text, { size: 12, ...style }) : line(text, { size: 12, ...style })],
    });
  const last = all.length - 1;
  return new Table({
    width: { size: mm(all.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: all.map(({ width }) => mm(width)),
    layout: TableLayoutType.FIXED,
    borders: lined,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: all.map((column) => cell(column.head, { ...column, isCentred: true }, { bold: true })),
      }),
      new TableRow({
        cantSplit: true,
        children: all.map((column, i) =>
          cell(`${i === 0 ? `{#${over}}` : ''}${column.cell}${i === last ? `{/${over}}` : ''}`, column),
        ),
      }),
      ...(foot === ''
        ? []
        : [
            new TableRow({
              children: [
                new TableCell({
                  columnSpan: all.length,
                  margins: { top: 40, bottom: 40, left: 80, right: 80 },
                  children: [line(foot, { size: 12, bold: true })],
                }),
              ],
            }),
          ]),
    ],
  });
}

/** Recipients on the left, and whoever signs on the right. */
export const signature = (
  recipients: readonly string[],
  signs: readonly string[],
  name: string,
  isWide = false,
): Table =>
  columns(isWide ? [126, 126] : [80, 85], [
    [
      [
        line(recipients.length === 0 ? '' : 'Nơi nhận:', {
          ...{ size: 12, bold: true, italics: true },
          spacing: { before: 240, after: 0 },
        }),
        ...recipients.map((each) => line(each, { size: 11 })),
      ],
      signed(signs, name),
    ],
  ]);

export const signed = (signs: readonly string[], name: string): Paragraph[] => [
  ...signs.map((each, i) => centred(each, { bold: true, spacing: { before: i === 0 ? 240 : 0, after: 0 } })),
  ...Array.from({ length: 4 }, () => centred('')),
  centred(name, { bold: true }),
];

/** A paper of these parts; pages are numbered in the middle of the top margin from the second on. */
export function paper(children: readonly (Paragraph | Table)[], isWide = false): Document {
  const numbered = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ font, size: 26, children: [PageNumber.CURRENT] })],
      }),
    ],
  });
  return new Document({
    creator: 'thidua-bot',
    styles: { default: { document: { run: { font, size: 28, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: mm(210),
              height: mm(297),
              orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) },
          },
        },
        headers: { default: numbered, first: new Header({ children: [new Paragraph({})] }) },
        children: [...children],
      },
    ],
  });
}

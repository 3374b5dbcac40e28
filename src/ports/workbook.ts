import type { DateTime } from 'luxon';

/** A text is a text whatever it begins with, never a formula; an instant is a date cell in its own zone; null is an empty cell. */
export type Cell = string | number | DateTime | null;

export interface Sheet {
  /** At most 31 characters, none of `: \ / ? * [ ]`. */
  readonly name: string;
  /** The row that stays in sight; widths in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/**
 * Makes an .xlsx workbook. Rows are taken as they are written, other work gets its turn in between, and only the compressed file is
 * kept. The same cells give the same bytes.
 */
export type WriteWorkbook = (sheets: readonly Sheet[]) => Promise<Uint8Array>;

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A row as it stands in a sheet: what is shown is not known, what is meant is. A date reads `yyyy-MM-dd`, a number has no zeros behind, a formula is its last result. */
export interface TextRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TextSheet {
  readonly name: string;
  /** Read as it is asked for, and to be taken at once; other work gets its turn in between. Rows with nothing in them are left out. @throws WorkbookFlaw, then or on the way */
  rows(): AsyncIterable<TextRow>;
}

/** Why a workbook cannot be read: bytes that are none, more than is read, or cells farther right than anybody writes. */
export class WorkbookFlaw extends Error {
  constructor(readonly kind: 'broken' | 'tooBig' | 'tooWide') {
    super(kind);
  }
}

/** The visible sheets of an .xlsx workbook that anybody may have made, in their order. @throws WorkbookFlaw */
export type ReadWorkbook = (bytes: Uint8Array) => Promise<readonly TextSheet[]>;

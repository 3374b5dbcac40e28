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

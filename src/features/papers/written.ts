import type { PaperData } from '../../ports/papers.ts';

export const paperKinds = ['minutes', 'submission', 'list', 'decision', 'payment', 'certificate', 'report'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** A paper before it is put into its template. */
export interface Written {
  readonly paper: PaperKind;
  readonly data: PaperData;
  /** What is not entered, by the names under which cards say it. */
  readonly missing: readonly string[];
  readonly isDraft: boolean;
}

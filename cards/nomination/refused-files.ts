import { bold, close, notice, text } from '../kit/kit.ts';

export interface RefusedFiles {
  readonly refused: readonly { readonly text: string }[];
  readonly hasRefused: boolean;
  /** How many more there are; empty when all are shown. */
  readonly refusedMore: string;
}

/** Which files were not taken, and what to do. */
export const refusedFiles = (heading: string, view: RefusedFiles) =>
  view.hasRefused &&
  notice('attention', [
    text(heading, bold),
    view.refused.map((item) => text(item.text, close)),
    view.refusedMore !== '' && text(view.refusedMore, close),
  ]);

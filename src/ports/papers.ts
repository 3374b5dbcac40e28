/** What stands for the placeholders of a paper: texts, parts that are printed or not, rows of a table and paragraphs of a list. */
export interface PaperData {
  readonly [name: string]: string | boolean | readonly PaperData[];
}

/** The Word templates of the office's papers. */
export interface Papers {
  /**
   * A paper as Word has it, the same bytes of the same data.
   * @throws PaperFlaw when the template of this name cannot be read, or names something that the paper does not have
   */
  fill(name: string, data: PaperData): Promise<Uint8Array>;
}

/** A template that an office has made for itself, and what is wrong with it. */
export class PaperFlaw extends Error {
  constructor(
    readonly paper: string,
    /** Placeholders that the paper has not; empty for a file that is no Word document. */
    readonly unknown: readonly string[],
    options?: ErrorOptions,
  ) {
    super(
      `the template of ${paper} ${unknown.length === 0 ? 'cannot be read' : `names ${unknown.join(', ')}`}`,
      options,
    );
  }
}

export const paperType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What stands in a paper where a datum is missing: whoever reads it sees that something is. */
export const gap = '……………';

/** What a paper lacks, by the names under which cards say it. */
export interface Gaps {
  readonly missing: readonly string[];
  /** The text, or a gap that is told of. */
  fill(name: string, value: string): string;
}

export function gapsOf(): Gaps {
  const missing: string[] = [];
  return {
    missing,
    fill(name, value) {
      if (value !== '') return value;
      if (!missing.includes(name)) missing.push(name);
      return gap;
    },
  };
}

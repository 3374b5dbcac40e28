import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Click } from './click.ts';
import type { WorkedOff } from './work-off.ts';

/** What the bot of 9c352b5 made of the folders. */
export interface Expected {
  readonly worlds: Readonly<Record<string, Omit<WorkedOff, 'left'> & { readonly instants: readonly string[] }>>;
  /** Each on a fresh copy. */
  readonly clicks: readonly {
    readonly world: string;
    readonly at: string;
    readonly clicks: readonly (Click & {
      /** `card`, or the code of the refusal. */
      readonly answer: string;
    })[];
  }[];
}

export const expected = JSON.parse(
  brotliDecompressSync(readFileSync(new URL('expected.json.br', import.meta.url))).toString('utf8'),
) as Expected;

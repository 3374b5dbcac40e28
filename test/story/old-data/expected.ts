import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Click } from './click.ts';
import { look } from './look.ts';
import { inOrder } from './plain.ts';
import { asOfNow } from './since.ts';
import type { WorkedOff } from './work-off.ts';

/** What the bot of 9c352b5 made of the folders. */
export interface Expected {
  readonly worlds: Readonly<Record<string, WorkedOff & { readonly instants: readonly string[] }>>;
  /** Each on a fresh copy. */
  readonly clicks: readonly {
    readonly world: string;
    readonly at: string;
    readonly clicks: readonly (Click & { readonly answer: unknown })[];
  }[];
}

const written = brotliDecompressSync(readFileSync(new URL('expected.json.br', import.meta.url))).toString('utf8');
export const expected = inOrder(look(JSON.parse(asOfNow(written)))) as Expected;

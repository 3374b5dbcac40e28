import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { FileGrant, Links } from '../../ports/files.ts';

interface LinkOptions {
  /** Links die with it: a new one at each start makes older links unknown. */
  readonly secret: string | Uint8Array;
  /** Where browsers reach the server; asked at each link, as a port may be known only after the start. */
  readonly publicUrl: () => string;
  readonly ttlMs?: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const TEN_MINUTES = 10 * 60 * 1_000;

const payload = z.strictObject({
  owner: z.string(),
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  /** Epoch milliseconds from which it opens nothing. */
  until: z.int(),
});

/** Addresses `…/files/<payload>.<HMAC-SHA256>`: whoever holds one may download for ten minutes; nothing is stored. */
export function createLinks({ secret, publicUrl, ttlMs = TEN_MINUTES, now }: LinkOptions): Links {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  return {
    mint({ owner, sha256, name, mediaType }) {
      const grant: z.infer<typeof payload> = { owner, sha256, name, mediaType, until: now() + ttlMs };
      const text = Buffer.from(JSON.stringify(grant)).toString('base64url');
      return `${publicUrl().replace(/\/+$/, '')}/files/${text}.${sign(text)}`;
    },
    open(token): FileGrant | undefined {
      const [text, signature, ...rest] = token.split('.');
      if (text === undefined || signature === undefined || rest.length > 0) return undefined;
      // The characters are compared, not the bytes they encode: base64url has several spellings of one value.
      if (!isSame(signature, sign(text))) return undefined;
      const { until, ...grant } = payload.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      return now() < until ? grant : undefined;
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

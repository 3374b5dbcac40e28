import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { FileGrant, Links } from '../../ports/files.ts';

interface LinkOptions {
  /** Of 32 bytes. Links die with it. */
  readonly key: Uint8Array;
  /** Where browsers reach the server; asked at each link, as a port may be known only after the start. */
  readonly publicUrl: () => string;
  readonly ttlMs?: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export const linkKeyBytes = 32;
const TEN_MINUTES = 10 * 60 * 1_000;
const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

const payload = z.strictObject({
  owner: z.string(),
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  /** Epoch milliseconds from which it opens nothing. */
  until: z.int(),
});

/**
 * Addresses `…/files/<sealed>`: whoever holds one may download for ten minutes; nothing is stored. What it opens is sealed and not only signed: an
 * address stays in the logs of whatever it passes, and a file's name tells who did what.
 */
export function createLinks({ key, publicUrl, ttlMs = TEN_MINUTES, now }: LinkOptions): Links {
  function seal(text: string): string {
    const iv = randomBytes(ivBytes);
    const sealing = createCipheriv(cipher, key, iv);
    const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
    return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
  }

  /** @returns undefined for what was sealed with another key or not at all */
  function unseal(token: string): string | undefined {
    const bytes = Buffer.from(token, 'base64url');
    // base64url has several spellings of one value: one of them is ours.
    if (bytes.byteLength <= ivBytes + tagBytes || bytes.toString('base64url') !== token) return undefined;
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes));
    opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    try {
      return opening.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + opening.final('utf8');
    } catch {
      return undefined;
    }
  }

  return {
    mint({ owner, sha256, name, mediaType }) {
      const grant: z.infer<typeof payload> = { owner, sha256, name, mediaType, until: now() + ttlMs };
      return `${publicUrl().replace(/\/+$/, '')}/files/${seal(JSON.stringify(grant))}`;
    },
    open(token): FileGrant | undefined {
      const text = unseal(token);
      if (text === undefined) return undefined;
      const { until, ...grant } = payload.parse(JSON.parse(text));
      return now() < until ? grant : undefined;
    },
  };
}

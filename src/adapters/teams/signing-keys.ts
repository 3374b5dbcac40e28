import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';

export interface SigningKey {
  readonly key: CryptoKey;
  /** The channels that the key may speak for; empty: the service does not say. */
  readonly endorsements: readonly string[];
}

export interface SigningKeys {
  /**
   * @returns nothing when the service has no such key, as far as is known
   * @throws CodedError KEYS_UNAVAILABLE while no key at all could be fetched
   */
  find(kid: string): Promise<SigningKey | undefined>;
}

interface SigningKeysOptions {
  readonly metadataUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For the metadata and the keys together. */
  readonly timeoutMs?: number;
  /** Told of each fetch that failed. */
  readonly onAway: (error: unknown) => void;
}

const metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const keySet = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

/** As often as the SDK: a key that was withdrawn is gone after a day at the latest. */
const freshMs = 24 * 3_600_000;
/** Whoever sends junk, or the service when it is away, costs one fetch in this time and no more. */
const retryMs = 60_000;

/** The keys that sign the channel's tokens: fetched once for all who wait, kept while the service is away. */
export function createSigningKeys({ metadataUrl, now, timeoutMs = 5_000, onAway }: SigningKeysOptions): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;

  async function fetchAll(): Promise<void> {
    triedAt = now();
    try {
      keys = await fetchKeys(metadataUrl, AbortSignal.timeout(timeoutMs));
      fetchedAt = triedAt;
    } catch (error) {
      onAway(error);
    }
  }

  async function refresh(): Promise<void> {
    if (underWay === undefined && now() - triedAt < retryMs) return;
    underWay ??= fetchAll().finally(() => {
      underWay = undefined;
    });
    await underWay;
  }

  return {
    async find(kid) {
      const isFresh = now() - fetchedAt < freshMs;
      if (!isFresh || keys?.has(kid) !== true) await refresh();
      if (keys === undefined) throw new CodedError('KEYS_UNAVAILABLE');
      return keys.get(kid);
    },
  };
}

async function fetchKeys(metadataUrl: string, signal: AbortSignal): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadata.parse(await fetchJson(metadataUrl, signal));
  const { keys } = keySet.parse(await fetchJson(jwks_uri, signal));
  const usable = keys.flatMap((key) => rsaKey.safeParse(key).data ?? []);
  if (usable.length === 0) throw new CodedError('NO_SIGNING_KEYS', { url: jwks_uri });
  const imported = usable.map(async ({ kid, endorsements, ...jwk }) => {
    // An RSA key is never imported as bytes, which is the other thing that the library may return.
    const key = (await importJWK(jwk, 'RS256')) as CryptoKey;
    return [kid, { key, endorsements }] as const;
  });
  return new Map(await Promise.all(imported));
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new CodedError('SIGNING_KEYS_REFUSED', { url, status: answer.status });
  }
  return answer.json();
}

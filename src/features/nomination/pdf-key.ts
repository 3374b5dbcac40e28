import { createCipheriv, createHash } from 'node:crypto';

/** How a document is locked by passwords, as ISO 32000-2 names it (7.6.4). */
export interface Lock {
  readonly revision: number;
  readonly keyBytes: number;
  /** Entries `O` and `U`, by which a password is known. */
  readonly owner: Buffer;
  readonly user: Buffer;
  /** `P`: 32 bits, signed. */
  readonly permissions: number;
  readonly hidesMetadata: boolean;
  /** The first half of the document's `ID`. */
  readonly id: Buffer;
}

/** Whether the empty password opens it. */
export function opensUnasked(lock: Lock): boolean {
  const { revision, user } = lock;
  if (revision >= 2 && revision <= 4) return user.length === 32 && opensByRc4(lock);
  if (user.length < 48) return false;
  const salt = user.subarray(32, 40);
  if (revision === 5) return user.subarray(0, 32).equals(hash('sha256', salt));
  return revision === 6 && user.subarray(0, 32).equals(hardened(salt));
}

const hash = (kind: 'md5' | 'sha256' | 'sha384' | 'sha512', ...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((made, part) => made.update(part), createHash(kind)).digest();

/** Stands for what a password lacks of 32 bytes (algorithm 2). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** Algorithms 4 to 6, for the empty password. */
function opensByRc4({ revision, keyBytes, owner, user, permissions, hidesMetadata, id }: Lock): boolean {
  if (!Number.isInteger(keyBytes) || keyBytes < 5 || keyBytes > 16) return false;
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions);
  const unhidden = revision >= 4 && !hidesMetadata ? Buffer.alloc(4, 255) : Buffer.alloc(0);
  let key = hash('md5', padding, owner.subarray(0, 32), flags, id, unhidden).subarray(0, keyBytes);
  if (revision === 2) return rc4(key, padding).equals(user);
  for (let round = 0; round < 50; round += 1) key = hash('md5', key).subarray(0, keyBytes);
  let proof = hash('md5', padding, id);
  for (let round = 0; round < 20; round += 1)
    proof = rc4(
      key.map((byte) => byte ^ round),
      proof,
    );
  return proof.equals(user.subarray(0, 16));
}

/** Node's own is gone with OpenSSL 3. It protects nothing here: it tells what others have protected. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number): number => box[i & 255] ?? 0;
  const swap = (i: number, j: number): void => {
    const kept = at(i);
    box[i & 255] = at(j);
    box[j & 255] = kept;
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j += at(i) + (key[i % key.length] ?? 0);
    swap(i, j);
  }
  j = 0;
  return Buffer.from(
    data.map((byte, n) => {
      j += at(n + 1);
      swap(n + 1, j);
      return byte ^ at(at(n + 1) + at(j));
    }),
  );
}

/** Algorithm 2.B for the empty password: 64 rounds, then on until the last byte is small enough. */
function hardened(salt: Uint8Array): Buffer {
  let key = hash('sha256', salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const made = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const rest = made.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = hash(rest === 0 ? 'sha256' : rest === 1 ? 'sha384' : 'sha512', made);
    last = made.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

import { createHash } from 'node:crypto';

/** A SHA-256 as files are named by it: what is none never becomes a path. */
export const digest = /^[0-9a-f]{64}$/;

/** An owner may be called anything. */
export const ownerFolder = (owner: string): string => createHash('sha256').update(owner).digest('hex');

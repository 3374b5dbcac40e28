import { RestError } from '@azure/storage-blob';

/** The account's word for what it refuses, such as `BlobNotFound`: in a header, since some answers have no body. */
function wordOf(error: unknown): string {
  const details = error instanceof RestError ? (error.details as { errorCode?: string } | undefined) : undefined;
  return details?.errorCode ?? '';
}

/** @returns undefined when the account refused it with one of these words */
export async function unless<T>(work: Promise<T>, ...words: readonly string[]): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (words.includes(wordOf(error))) return undefined;
    throw error;
  }
}

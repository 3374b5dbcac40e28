const lines = new Map<string, Promise<unknown>>();

/** Runs after all that was asked for under the same key in this process, whatever became of it: for counts that no etag guards. */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (lines.get(key) ?? Promise.resolve()).then(work, work);
  lines.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lines.get(key) === mine) lines.delete(key);
  }
}

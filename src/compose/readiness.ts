import type { Logger } from 'pino';

export interface ReadinessDeps {
  /** What must be so, in the order in which it is told; by what it is called when it is not. */
  readonly checks: Readonly<Record<string, () => Promise<boolean>>>;
  readonly monotonic: () => number;
  readonly log: Pick<Logger, 'error' | 'info'>;
}

/** Whoever asks more often gets the same answer: it takes a read and a write. */
const askedEveryMs = 2_000;
/** A share that hangs answers nobody; less than whoever watches over the process waits. */
const answeredWithinMs = 4_000;

/**
 * What stands in the way of keeping what people do now, empty when nothing does: told to whatever watches over the process, and to the log
 * each time it changes.
 */
export function createReadiness({ checks, monotonic, log }: ReadinessDeps): () => Promise<string> {
  let asked: { readonly at: number; readonly answer: Promise<string> } | undefined;
  let last = '';

  async function ask(): Promise<string> {
    const found = await firstTrouble(checks);
    if (found !== last && found !== '') log.error({ trouble: found }, 'not ready');
    if (found !== last && found === '') log.info('ready again');
    last = found;
    return found;
  }

  return () => {
    const now = monotonic();
    if (asked === undefined || now - asked.at >= askedEveryMs) asked = { at: now, answer: ask() };
    return asked.answer;
  };
}

async function firstTrouble(checks: ReadinessDeps['checks']): Promise<string> {
  for (const [trouble, isFine] of Object.entries(checks)) if (!(await inTime(isFine))) return trouble;
  return '';
}

/** @returns false, too, when it throws or cannot be told soon */
export async function inTime(isFine: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answeredWithinMs);
  });
  try {
    return await Promise.race([isFine(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

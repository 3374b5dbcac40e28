import type { Logger } from 'pino';

export interface ReadinessDeps {
  /** Fails when the store does not answer. */
  readonly askStore: () => Promise<unknown>;
  readonly hasRoom: () => Promise<boolean>;
  readonly monotonic: () => number;
  readonly log: Pick<Logger, 'error' | 'info'>;
}

/** Whoever asks more often gets the same answer: it takes a read and a write. */
const askedEveryMs = 2_000;

/** Whether what people do now can be kept: told to whatever watches over the process, and to the log each time it changes. */
export function createReadiness({ askStore, hasRoom, monotonic, log }: ReadinessDeps): () => Promise<boolean> {
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  let last = '';

  async function ask(): Promise<boolean> {
    const trouble = await askStore().then(
      async () => ((await hasRoom()) ? '' : 'the disk of DATA_DIR is full or cannot be written'),
      () => 'the store does not answer',
    );
    if (trouble !== last && trouble !== '') log.error({ trouble }, 'not ready');
    if (trouble !== last && trouble === '') log.info('ready again');
    last = trouble;
    return trouble === '';
  }

  return () => {
    const now = monotonic();
    if (asked === undefined || now - asked.at >= askedEveryMs) asked = { at: now, answer: ask() };
    return asked.answer;
  };
}

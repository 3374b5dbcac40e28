import type { Turn } from '../../pipeline/turn.ts';
import { type Spread, spreadId, spreadRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';

/** What a resend's spread knows. */
export interface ResendParams {
  /** The first spread, never a resend of it. */
  readonly of: string;
  /** 2 for the first resend: the second time that it goes out. */
  readonly n: string;
  /** Outcomes of the first sending that are sent once more, separated by spaces. */
  readonly outcomes: string;
  /** The form it was asked for with. */
  readonly form: string;
}

/** Cause of the n-th sending of a spread. */
export const resendCause = (first: string, n: number): string => `resend:${n}:${first}`;

/**
 * A spread and its repeats as they stand now. Read by whoever writes them, last of all: one that is running is written with every step, and
 * its figures take longer to count than a step does.
 */
export async function lineOf(turn: Turn, first: string): Promise<Loaded<Spread>[]> {
  turn.reread();
  const spread = await turn.get(spreadRecord, first);
  return spread === undefined ? [] : [spread, ...(await resendsOf(turn, first))];
}

/** Every time that a spread was sent once more, in order. Of a resend itself there are none. */
export async function resendsOf(turn: Turn, first: string): Promise<Loaded<Spread>[]> {
  const found: Loaded<Spread>[] = [];
  for (let n = 2; ; n++) {
    const resend = await turn.get(spreadRecord, spreadId(resendCause(first, n)));
    if (resend === undefined) return found;
    found.push(resend);
  }
}

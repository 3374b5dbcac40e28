import type { Activity, InvokeResponse } from 'botbuilder';
import type { Locale } from '../ports/pages.ts';

/** The HTTP exchange that an activity came by. */
export interface Exchange {
  /** A click was answered before its work was done: whatever is answered in the exchange from now on, nobody gets. */
  over: boolean;
  /** Of whoever asks, once it is known who they are. */
  locale: Locale;
}

/** Before it is known who asks, the unit's own language is spoken. */
export const openExchange = (): Exchange => ({ over: false, locale: 'vi' });

/** What a click is answered when its work takes longer, and after how long. */
export interface Patience {
  readonly ms: number;
  readonly answer: (activity: Activity, locale: Locale) => InvokeResponse;
}

/**
 * Teams shows an error for a click that is not answered within a few seconds, and delivers it again; nobody has said how many, so it is three.
 * The rest is for the way there and back.
 */
export const clickMs = 2_500;

/** The answer to a click, in time: the work goes on. */
export async function inTime(
  work: Promise<InvokeResponse>,
  { activity, exchange }: { activity: Activity; exchange: Exchange },
  { ms, answer }: Patience,
): Promise<InvokeResponse> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<InvokeResponse>((resolve) => {
    timer = setTimeout(() => {
      exchange.over = true;
      resolve(answer(activity, exchange.locale));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

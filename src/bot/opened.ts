/** Pages that were opened below the messages which led to them: a click that comes twice opens one. */
export interface Opened {
  /** @returns whether this click has opened a page lately that still stands as it was opened */
  stands(click: string): boolean;
  /** The message, as `conversation message`, that now shows what the click opened. */
  at(click: string, message: string): void;
  /** The message shows another page from now on: whoever clicks for the first one again does want it. */
  turnedOver(message: string): void;
}

/** @param now milliseconds */
export function createOpened(forMs: number, now: () => number, most = 10_000): Opened {
  /** Until when each click is remembered and which message it opened, the oldest first. */
  const clicks = new Map<string, { readonly until: number; readonly message: string }>();
  const byMessage = new Map<string, string>();

  function forget(click: string): void {
    byMessage.delete(clicks.get(click)?.message ?? '');
    clicks.delete(click);
  }
  return {
    stands: (click) => (clicks.get(click)?.until ?? 0) > now(),
    at(click, message) {
      const at = now();
      forget(click);
      for (const [each, { until }] of clicks) {
        if (until > at && clicks.size < most) break;
        forget(each);
      }
      clicks.set(click, { until: at + forMs, message });
      byMessage.set(message, click);
    },
    turnedOver(message) {
      const click = byMessage.get(message);
      if (click !== undefined) forget(click);
    },
  };
}

/** One card's part of a long list. */
export interface Slice<T> {
  readonly items: readonly T[];
  /** Of the whole list; `from` and `to` count from 1 and are 0 when it is empty. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly previous: number;
  readonly next: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** @param page as a card carried it, from 0; one that does not exist any more becomes the nearest that does */
export function slice<T>(all: readonly T[], page: string, size: number): Slice<T> {
  const last = Math.max(0, Math.ceil(all.length / size) - 1);
  const asked = Number.parseInt(page, 10);
  const at = Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), last);
  const items = all.slice(at * size, (at + 1) * size);
  return {
    items,
    from: items.length === 0 ? 0 : at * size + 1,
    to: at * size + items.length,
    total: all.length,
    previous: Math.max(0, at - 1),
    next: Math.min(last, at + 1),
    hasPrevious: at > 0,
    hasNext: at < last,
  };
}

/** The part of a view that the paging row of a list reads. */
export const pagingView = ({ from, to, total, previous, next, hasPrevious, hasNext }: Slice<unknown>) => ({
  from,
  to,
  total,
  previous: String(previous),
  next: String(next),
  hasPrevious,
  hasNext,
});

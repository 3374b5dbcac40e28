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

/** Where a page lies in a list of which only the length is known. */
export interface Window extends Omit<Slice<never>, 'items'> {
  /** Of the first item, from 0. */
  readonly start: number;
}

/** @param page as a card carried it, from 0; one that does not exist any more becomes the nearest that does */
export function windowOf(total: number, page: string, size: number): Window {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const asked = Number.parseInt(page, 10);
  const at = Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), last);
  const start = at * size;
  return {
    start,
    from: total === 0 ? 0 : start + 1,
    to: Math.min(total, start + size),
    total,
    previous: Math.max(0, at - 1),
    next: Math.min(last, at + 1),
    hasPrevious: at > 0,
    hasNext: at < last,
  };
}

/** @param page as `windowOf` takes it */
export function slice<T>(all: readonly T[], page: string, size: number): Slice<T> {
  const { start, ...shown } = windowOf(all.length, page, size);
  return { items: all.slice(start, start + size), ...shown };
}

/** The part of a view that the paging row of a list reads. */
export const pagingView = ({
  from,
  to,
  total,
  previous,
  next,
  hasPrevious,
  hasNext,
}: Omit<Slice<unknown>, 'items'>) => ({
  from,
  to,
  total,
  previous: String(previous),
  next: String(next),
  hasPrevious,
  hasNext,
});

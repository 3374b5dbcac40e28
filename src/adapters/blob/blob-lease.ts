import type { Lease } from '../../ports/lease.ts';
import { StoreError } from '../../ports/store.ts';
import type { LeaseService } from './leased-blob.ts';

export interface Times {
  /** How long the account leaves it to whoever took or renewed it. */
  readonly lastsMs: number;
  readonly renewEveryMs: number;
  /** After a renewal without an answer. */
  readonly retryMs: number;
}

export const leaseSeconds = 30;
const usual: Times = { lastsMs: leaseSeconds * 1_000, renewEveryMs: 10_000, retryMs: 1_000 };

/**
 * The lease as one that an account of storage gives, for a time, and that is renewed in the background. How long it is still ours is counted here
 * from before the account was asked, by the process's own monotonic clock: never longer than the account counts. That clock goes on while the
 * process is stopped, so whoever wakes up too late knows it at once. It stands still while the whole machine sleeps.
 */
export class BlobLease implements Lease {
  readonly #service: LeaseService;
  readonly #times: Times;
  readonly #name: string;
  /** By `performance.now()`. */
  #endsAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param name what to call it when it cannot be reached */
  constructor(service: LeaseService, name: string, times = usual) {
    this.#service = service;
    this.#times = times;
    this.#name = name;
  }

  acquire(): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.remainingMs() > 0) return true;
      const askedAt = performance.now();
      try {
        if (await this.#service.take()) this.#have(askedAt);
      } catch (cause) {
        throw new StoreError('Unavailable', this.#name, { cause });
      }
      return this.remainingMs() > 0;
    });
  }

  remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  release(): Promise<void> {
    this.#forget();
    return this.#inTurn(async () => {
      this.#forget();
      // Without an answer it runs out by itself.
      await this.#service.letGo().catch(() => undefined);
    });
  }

  /** One question at a time: answers that overtake each other would tell of a lease that is over. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #have(askedAt: number): void {
    this.#endsAt = askedAt + this.#times.lastsMs;
    this.#renewIn(this.#times.renewEveryMs);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#endsAt = Number.NEGATIVE_INFINITY;
  }

  #renewIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#inTurn(() => this.#renew()), ms).unref();
  }

  /** What has run out is not renewed: whoever wants it takes it, and is told whether another has it. */
  async #renew(): Promise<void> {
    if (this.remainingMs() === 0) return;
    const askedAt = performance.now();
    try {
      if (await this.#service.renew()) this.#have(askedAt);
      else this.#forget();
    } catch {
      this.#renewIn(this.#times.retryMs);
    }
  }
}

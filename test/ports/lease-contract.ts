import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Lease } from '../../src/ports/lease.ts';
import { waitUntil } from '../support/wait-until.ts';

const CHILD = new URL('../support/lease-child.ts', import.meta.url).pathname;

/** Another process that wants a lease. */
export interface LeaseChild {
  readonly child: ChildProcess;
  /** All that it has said so far. */
  readonly lines: readonly string[];
  /** Resolves when it says the word from now on. */
  said(word: string): Promise<void>;
  kill(): Promise<void>;
}

/** @param what kind of lease, and where it is: the arguments of `lease-child.ts` */
export function startLeaseChild(what: readonly string[]): LeaseChild {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...what], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Coverage of one file from two processes does not add up.
    env: { ...process.env, NODE_V8_COVERAGE: '' },
  });
  const reader = createInterface({ input: child.stdout });
  const lines: string[] = [];
  reader.on('line', (line) => lines.push(line));
  return {
    child,
    lines,
    said: async (word) => {
      const signal = AbortSignal.timeout(20_000);
      for (;;) if ((await once(reader, 'line', { signal }))[0] === word) return;
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export interface OpenLeases {
  /** One more that wants it. */
  readonly lease: () => Promise<Lease>;
  /** What another process is started with. */
  readonly elsewhere: readonly string[];
  /** How long a holder that was killed keeps it at most. */
  readonly outlivesMs: number;
  readonly dispose: () => Promise<void>;
}

/** What everybody who uses a `Lease` may rely on, whatever it is. */
export function describeLease(name: string, open: () => Promise<OpenLeases>): void {
  describe(`lease: ${name}`, () => {
    let opened: OpenLeases;
    let children: LeaseChild[];
    beforeEach(async () => {
      opened = await open();
      children = [];
    });
    afterEach(async () => {
      for (const each of children) await each.kill();
      await opened.dispose();
    });
    const several = (count: number) => Promise.all(Array.from({ length: count }, () => opened.lease()));
    const start = (): LeaseChild => {
      const started = startLeaseChild(opened.elsewhere);
      children.push(started);
      return started;
    };
    const holds = async (lease: Lease | undefined): Promise<boolean> => {
      const answered = (await lease?.acquire()) === true;
      assert.equal((lease?.remainingMs() ?? 0) > 0, answered);
      return answered;
    };

    it('is one holder’s, who may ask again, and the next one’s when let go', async () => {
      const [one, two] = await several(2);
      assert.equal(one?.remainingMs(), 0);
      assert.deepEqual([await holds(one), await holds(two), await holds(one)], [true, false, true]);
      await one?.release();
      assert.equal(one?.remainingMs(), 0);
      assert.deepEqual([await holds(two), await holds(one)], [true, false]);
      await two?.release();
      assert.equal(await holds(one), true, 'who let it go may have it again');
      await one?.release();
    });
    it('one who does not hold it may let it go, and takes it from nobody', async () => {
      const [holder, other, third] = await several(3);
      assert.equal(await holds(holder), true);
      assert.equal(await holds(other), false);
      await other?.release();
      assert.deepEqual([await holds(third), await holds(other), await holds(holder)], [false, false, true]);
      for (const lease of [other, third, holder]) await lease?.release();
    });
    it('is never two’s, though many ask in the same instant', async () => {
      const all = await several(8);
      for (let round = 0; round < 3; round += 1) {
        const held = await Promise.all(all.map(holds));
        assert.ok(held.filter(Boolean).length <= 1, held.join(' '));
        for (const lease of all) await lease.release();
      }
    });
    it('goes from process to process when let go', async () => {
      const here = await opened.lease();
      await here.acquire();
      const { child, said } = start();
      await said('waits');
      const visitor = await opened.lease();
      assert.equal(await holds(visitor), false);
      await visitor.release();
      await said('waits');
      const takes = said('held');
      await here.release();
      await takes;
      assert.equal(await holds(here), false);
      const letsGo = said('released');
      child.stdin?.write('go\n');
      await letsGo;
      assert.equal(await holds(here), true);
      await here.release();
    });
    it('is free once its holder was killed', async () => {
      const here = await opened.lease();
      const { said, kill } = start();
      await said('held');
      assert.equal(await holds(here), false);
      await kill();
      const withinMs = opened.outlivesMs + 500;
      await waitUntil('it does not outlive its holder', () => holds(here), { withinMs, everyMs: 100 });
      await here.release();
    });
  });
}

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readProfile } from '../../bench/profile/read-profile.ts';

const node = (id: number, functionName: string, url: string, children: number[] = []) => ({
  id,
  callFrame: { functionName, url, lineNumber: 0 },
  children,
});

describe('a CPU profile', () => {
  it('is read where it was busiest: by whose code was running, and by our own functions with all that they call', () => {
    const profile = {
      nodes: [
        node(1, '(root)', '', [2, 3]),
        node(2, '(idle)', ''),
        node(3, 'turn', 'file:///x/dist/bench/our-bot.js', [4, 5]),
        node(4, 'exec', 'file:///x/node_modules/@scope/engine/index.js'),
        node(5, '(garbage collector)', ''),
      ],
      // A sample lasts until the next one.
      samples: [3, 2, 2, 3, 4, 4, 5, 2],
      timeDeltas: [0, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6],
    };
    const folder = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
    try {
      const file = path.join(folder, 'one.cpuprofile');
      writeFileSync(file, JSON.stringify(profile));
      const { busySeconds, byPackage, byFunction } = readProfile(file, 4);
      assert.equal(busySeconds, 4);
      assert.deepEqual(byPackage, [
        ['@scope/engine', 0.5],
        ['our own', 0.25],
        ['(garbage collector)', 0.25],
      ]);
      assert.deepEqual(byFunction, [['turn', 1]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

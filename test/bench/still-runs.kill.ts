import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Each as small as it goes: what is measured means nothing, only that the bench finds the buttons that it presses. */
const runs = [
  'fanout --people 80 --turns 20',
  'turns --seconds 0.4 --people 300 --loads 8',
  'growth --people 60',
  'start --times 1',
  'fuzz --activities 3000',
];

describe('the benches', function () {
  this.timeout(400_000);
  const results = mkdtempSync(path.join(tmpdir(), 'thidua-results-'));
  let child: ChildProcess | undefined;
  // One that outlasts the test's time.
  afterEach(() => child?.kill());
  after(() => rmSync(results, { recursive: true, force: true }));

  for (const run of runs)
    it(`still run on what the cards show now: ${run}`, async () => {
      const before = readdirSync(results).length;
      child = spawn(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...run.split(' ')], {
        env: { ...process.env, BENCH_RESULTS: results },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
      const [code] = await once(child, 'close');
      assert.equal(code, 0, said);
      assert.ok(readdirSync(results).length > before, 'it kept no result');
    });
});

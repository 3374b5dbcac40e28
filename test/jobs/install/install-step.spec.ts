import assert from 'node:assert/strict';
import { beginInstalling, createInstallStep } from '../../../src/jobs/install/install-step.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { decode, load, replace } from '../../../src/ports/documents.ts';
import type { InstallOutcome } from '../../../src/ports/installer.ts';
import { type Installing, installingId, installingRecord } from '../../../src/records/app-install.ts';
import { personRecord } from '../../../src/records/person.ts';
import { connect } from '../../features/campaign/launching.ts';
import { everyone, everyoneBut, openOffice, person, scope } from '../../support/office.ts';

const app = 'b1c5353a-7aca-41b3-830f-27d5218fe0e5';

async function setUp() {
  const office = await openOffice();
  const asked: string[] = [];
  const answers: InstallOutcome[] = [];
  const logged: unknown[] = [];
  let left = Number.POSITIVE_INFINITY;
  let otherwise: InstallOutcome = { kind: 'installed' };
  const log = { ...office.machine.log, child: () => log, warn: (...told: unknown[]) => void logged.push(told) };
  const step = createInstallStep({
    machine: { ...office.machine, log: log as unknown as typeof office.machine.log },
    officeOf: office.officeOf,
    installer: {
      install: async (aadObjectId) => {
        asked.push(aadObjectId);
        return answers.shift() ?? otherwise;
      },
    },
    lease: { remainingMs: () => left },
    random: () => 0.5,
  });
  const start = (catalogApp = app) => office.run((turn) => beginInstalling(turn, catalogApp));
  await start();
  const pass = async (): Promise<Installing> => {
    const stored = await office.store.get(scope.unit, installingId);
    assert.ok(stored);
    return decode(installingRecord, stored).data;
  };
  return {
    office,
    asked,
    answers,
    logged,
    start,
    pass,
    lease: (ms: number) => {
      left = ms;
    },
    always: (outcome: InstallOutcome) => {
      otherwise = outcome;
    },
    /** Until nothing is due any more on this day; each step a second after the other. */
    async day(iso?: string): Promise<void> {
      if (iso !== undefined) office.set(iso);
      for (let steps = 0; steps < 100; steps++) {
        const [stored] = await office.store.due({ lane: 'install', until: stamp(office.now), limit: 1 });
        if (stored === undefined) return;
        await step(stored);
        office.set(office.now.plus({ seconds: 1 }).toISO({ includeOffset: false }) ?? '');
      }
      assert.fail('it never ends');
    },
    step: async () => {
      const [stored] = await office.store.due({ lane: 'install', until: stamp(office.now), limit: 1 });
      return stored && step(stored);
    },
  };
}
const aad = (keys: readonly string[]) => keys.map((key) => `aad-${key}`).sort();

describe('the app is installed by the bot itself', () => {
  it('to everybody on the roster with an account and no chat, once, one a second, and the outcome is kept', async () => {
    const t = await setUp();
    await connect(t.office, 'an');
    await connect(t.office, 'thao', 'uninstalled');
    t.answers.push({ kind: 'already' });
    await t.day();
    assert.deepEqual([...t.asked].sort(), aad(everyoneBut('an', 'thao')));
    const kept = (await t.office.dump('installed')).map(({ data }) => (data as { outcome: string }).outcome);
    assert.deepEqual([kept.length, kept.filter((outcome) => outcome === 'already').length], [everyone.length - 2, 1]);
    assert.equal((await t.pass()).dueAt, '2026-11-03T00:30:00.000Z');
    const before = t.asked.length;
    await t.day('2026-11-03T08:00:00');
    await t.start();
    await t.day();
    assert.equal(t.asked.length, before, 'nobody a second time');
  });
  it('not to whoever has left, or has no account', async () => {
    const t = await setUp();
    for (const [key, change] of [
      ['an', { aadObjectId: '' }],
      ['thao', { status: 'left' as const, statusFrom: '2026-10-01' }],
    ] as const) {
      const one = await load(t.office.store, scope.unit, personRecord, person(key));
      assert.ok(one);
      await t.office.store.commit(scope.unit, [replace(personRecord, one, { ...one.data, ...change })]);
    }
    await t.day();
    assert.deepEqual([...t.asked].sort(), aad(everyoneBut('an', 'thao')));
  });
  it('stops after three refusals one after the other, says so once, and keeps nobody’s outcome', async () => {
    const t = await setUp();
    t.always({ kind: 'refused', reason: '403 Forbidden' });
    await t.day();
    assert.deepEqual([t.asked.length, t.logged.length, (await t.office.dump('installed')).length], [3, 1, 0]);
    assert.deepEqual([(await t.pass()).reason, (await t.pass()).dueAt], ['403 Forbidden', '2026-11-03T00:30:00.000Z']);
    await t.day('2026-11-03T08:00:00');
    assert.deepEqual([t.asked.length, t.logged.length], [6, 1], 'asked each working morning, told no second time');
    t.always({ kind: 'installed' });
    await t.start();
    await t.day();
    assert.equal((await t.office.dump('installed')).length, everyone.length, 'granted: a start goes on at once');
    assert.equal((await t.pass()).reason, '');
  });
  it('goes on past a person who is kept from it, and tries them again the next morning', async () => {
    const t = await setUp();
    t.answers.push({ kind: 'installed' }, { kind: 'refused', reason: '403 Forbidden' });
    await t.day();
    assert.deepEqual(
      [t.asked.length, (await t.office.dump('installed')).length],
      [everyone.length, everyone.length - 1],
    );
    assert.equal((await t.pass()).reason, '');
    await t.day('2026-11-03T08:00:00');
    assert.deepEqual([t.asked.length, t.asked.at(-1)], [everyone.length + 1, t.asked[1]]);
  });
  it('waits as long as the service says, or longer and longer, and asks for the same person', async () => {
    const t = await setUp();
    t.answers.push({ kind: 'retry', reason: '429', afterMs: 9_000 }, { kind: 'retry', reason: '503' });
    await t.step();
    assert.equal((await t.pass()).dueAt, stamp(t.office.now.plus({ seconds: 9 })));
    t.office.set('2026-11-02T09:00:09');
    await t.step();
    assert.deepEqual(
      [(await t.pass()).failures, (await t.pass()).dueAt],
      [2, stamp(t.office.now.plus({ seconds: 4 }))],
    );
    t.office.set('2026-11-02T09:00:13');
    await t.step();
    assert.deepEqual([new Set(t.asked).size, (await t.pass()).failures], [1, 0]);
  });
  it('asks nothing when another process may take over', async () => {
    const t = await setUp();
    t.lease(5_000);
    assert.equal(await t.step(), 'later');
    assert.deepEqual(t.asked, []);
  });
  it('begins anew when the catalog has another app', async () => {
    const t = await setUp();
    await t.day();
    await t.start('c1c5353a-7aca-41b3-830f-27d5218fe0e5');
    assert.equal((await t.pass()).dueAt, stamp(t.office.now));
    await t.day();
    assert.equal(t.asked.length, everyone.length, 'who had it installed is left alone');
  });
});

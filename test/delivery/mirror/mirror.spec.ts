import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { firstLook } from '../../../src/delivery/mirror/first-look.ts';
import { mirrorStep, refreshStep } from '../../../src/delivery/mirror/mirror.ts';
import { oweRefresh } from '../../../src/delivery/owe/owe.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, list, remove } from '../../../src/ports/documents.ts';
import type { PostOutcome } from '../../../src/ports/messenger.ts';
import type { Pages } from '../../../src/ports/pages.ts';
import { type Stored, StoreError } from '../../../src/ports/store.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import { mirrorId, mirrorRecord } from '../../../src/records/mirror.ts';
import { fakeMessenger } from '../../support/fake-messenger.ts';
import { openOffice, person, scope } from '../../support/office.ts';

/** Someone changed the document meanwhile: the lane looks at it again. */
const conflict = (error: unknown): void => {
  if (!(error instanceof StoreError && error.code === 'Conflict')) throw error;
};

async function setUp(count = 1) {
  const office = await openOffice();
  const teams = fakeMessenger();
  let now = DateTime.fromISO('2026-11-02T09:00:00', { zone: 'Asia/Ho_Chi_Minh' });
  const subject = 'nomination:x';
  let asks = false;
  let gone = false;
  let words = 'now';
  let meanwhile = async (): Promise<unknown> => undefined;
  const pages: Pages = {
    compose: async () => {
      const shown = gone ? null : { card: { type: 'AdaptiveCard' }, summary: words, subject, asks };
      const happens = meanwhile;
      meanwhile = async () => undefined;
      await happens();
      return shown;
    },
  };
  const waits = new Map<string, number>();
  let quota = Number.POSITIVE_INFINITY;
  let remainingMs = Number.POSITIVE_INFINITY;
  const heard: string[] = [];
  const deps = {
    store: office.store,
    messenger: teams.messenger,
    pages,
    pace: {
      turn: async () => --quota >= 0,
      readyIn: (owner: string) => waits.get(owner) ?? 0,
      hold: () => undefined,
    },
    lease: { remainingMs: () => remainingMs },
    clock: { now: () => now },
    hear: ({ kind }: PostOutcome) => void heard.push(kind),
  };
  const reach = async (owner: string): Promise<void> => {
    const address = {
      owner,
      conversationId: `a:${owner}`,
      serviceUrl: 'http://127.0.0.1/',
      userId: '29:an',
      botId: '28:bot',
      teamId: '',
      channelName: '',
      reachable: 'yes' as const,
      reason: '',
      at: stamp(now),
    };
    await office.store.commit(scope.unit, [create(addressRecord, scope, addressId(owner), address)]);
  };
  const shows = async (to: string, activityId: string, composedAt = now): Promise<void> => {
    const conversationId = `a:${to}`;
    const show = { page: 'p', params: {} };
    const mirror = {
      subject,
      to,
      conversationId,
      activityId,
      show,
      delivery: '',
      updatedAt: stamp(composedAt),
      dueAt: null,
    };
    await office.store.commit(scope.unit, [create(mirrorRecord, scope, mirrorId(conversationId, activityId), mirror)]);
  };
  /** A page without a subject is shown in the place of another. */
  const takesThePlace = async (activityId: string): Promise<void> => {
    const conversationId = `a:${person('an')}`;
    const of = { subject: '', to: person('an'), conversationId, activityId, delivery: '' };
    const mirror = { ...of, show: { page: 'p', params: {} }, updatedAt: stamp(now), dueAt: stamp(now) };
    await office.store.commit(scope.unit, [create(mirrorRecord, scope, mirrorId(conversationId, activityId), mirror)]);
  };
  for (let i = 0; i < count; i++) {
    const to = i === 0 ? person('an') : `channel:c${i}`;
    await reach(to);
    await shows(to, `m${i}`);
  }
  const runLane = async (lane: string, step: (d: typeof deps, s: Stored) => Promise<unknown>): Promise<number> => {
    const due = await office.store.due({ lane, until: stamp(now), limit: 200 });
    for (const stored of due) await step(deps, stored).catch(conflict);
    return due.length;
  };
  return {
    ...teams,
    changed: (rev: number, to = '', at = now) =>
      office.store.commit(scope.unit, [oweRefresh(scope, at, subject, rev, to)]),
    /** As a turn commits it: with the marks that go along. */
    looksAhead: (at: DateTime) =>
      firstLook(office.store, { unit: scope.unit, changes: [oweRefresh(scope, at, subject, 9)], now }),
    now: () => now,
    shows,
    takesThePlace,
    refresh: () => runLane('refresh', refreshStep),
    refreshLate: () => runLane('refreshLate', refreshStep),
    /** Once, just after the page was composed. */
    meanwhile: (work: () => Promise<unknown>) => {
      meanwhile = work;
    },
    says: (text: string) => {
      words = text;
    },
    /** This owner has had enough for so many milliseconds. */
    waits,
    allows: (updates: number) => {
      quota = updates;
    },
    /** For how long the process may still ask the service. */
    leaseFor: (ms: number) => {
      remainingMs = ms;
    },
    letGo: async (activityId: string) => {
      const [mirror] = (await list(office.store, { unit: scope.unit, type: mirrorRecord })).filter(
        (m) => m.data.activityId === activityId,
      );
      assert.ok(mirror);
      await office.store.commit(scope.unit, [remove(mirror)]);
    },
    due: async (lane: string) => (await office.store.due({ lane, until: stamp(now), limit: 200 })).length,
    mirrors: () => runLane('mirror', mirrorStep),
    /** What the others who send were told of the service's answers. */
    heard,
    pass: (seconds: number) => {
      now = now.plus({ seconds });
    },
    asksForSomething: () => {
      asks = true;
    },
    goes: () => {
      gone = true;
    },
    kept: async () => (await list(office.store, { unit: scope.unit, type: mirrorRecord })).length,
  };
}

describe('mirror', () => {
  it('redraws a card after its record changed, at most once in five seconds', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.changed(3);
    await t.refresh();
    assert.equal(await t.mirrors(), 0);
    t.pass(5);
    await t.mirrors();
    await t.mirrors();
    assert.deepEqual(t.updated, [{ to: person('an'), activityId: 'm0', summary: 'now' }]);
  });
  it('draws what never changes once, where the service holds another page still, and is done with it', async () => {
    const t = await setUp();
    await t.takesThePlace('m7');
    t.pass(5);
    t.next({ kind: 'retry', reason: '412' });
    await t.mirrors();
    t.pass(5);
    await t.mirrors();
    assert.deepEqual(
      t.updated.map(({ activityId }) => activityId),
      ['m7', 'm7'],
    );
    t.pass(60);
    assert.deepEqual([await t.mirrors(), await t.kept()], [0, 1]);
  });
  it('a change during the wait is in the same update', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(3);
    await t.changed(3);
    await t.refresh();
    t.pass(2);
    await t.mirrors();
    t.pass(60);
    await t.mirrors();
    assert.equal(t.updated.length, 1);
  });
  it('reaches every card that shows the record, in steps', async () => {
    const t = await setUp(120);
    await t.changed(2);
    for (let i = 0; i < 4; i++) await t.refresh();
    t.pass(5);
    await t.mirrors();
    assert.equal(t.updated.length, 120);
    assert.equal(await t.refresh(), 0);
  });
  it('reaches one reader’s cards alone when the change is theirs alone', async () => {
    const t = await setUp(3);
    await t.changed(2, person('an'));
    await t.refresh();
    t.pass(5);
    await t.mirrors();
    assert.deepEqual(
      t.updated.map(({ to }) => to),
      [person('an')],
    );
  });
  it('a change whose time is still to come outdates nothing before it', async () => {
    const t = await setUp(2);
    const later = t.now().plus({ hours: 1 });
    assert.deepEqual((await t.looksAhead(later)).marks, []);
    assert.equal((await t.looksAhead(t.now())).marks.length, 2);
    await t.changed(2, '', later);
    assert.equal(await t.refresh(), 0);
    t.pass(3_600);
    await t.refresh();
    await t.mirrors();
    assert.equal(t.updated.length, 2);
  });
  it('never edits a card that asks for something, and lets go of one with nothing to show', async () => {
    for (const end of ['asksForSomething', 'goes'] as const) {
      const t = await setUp();
      await t.changed(2);
      await t.refresh();
      t.pass(5);
      t[end]();
      await t.mirrors();
      assert.deepEqual([t.updated.length, await t.kept()], [0, 0]);
    }
  });
  it('tries again when Teams is busy, and gives up on a message that is gone', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(5);
    t.next({ kind: 'retry', reason: '429', afterMs: 7_000 }, { kind: 'unreachable', reason: '404' });
    await t.mirrors();
    assert.equal(await t.kept(), 1);
    t.pass(8);
    await t.mirrors();
    assert.deepEqual([t.updated.length, await t.kept()], [2, 0]);
  });
  it('a change that comes while the card is drawn is drawn too', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(5);
    t.meanwhile(async () => {
      t.says('newer');
      await t.changed(3);
      await t.refresh();
    });
    await t.mirrors();
    t.pass(5);
    await t.mirrors();
    assert.equal(t.updated.at(-1)?.summary, 'newer');
  });
  it('a card composed before the change and posted after the look is found by the second look, once', async () => {
    const t = await setUp(0);
    const composedAt = t.now();
    await t.changed(2);
    t.pass(1);
    await t.refresh();
    await t.shows('channel:late', 'm9', composedAt);
    t.pass(1);
    await t.shows('channel:new', 'm10');
    t.pass(60);
    await t.refreshLate();
    assert.equal(await t.due('mirror'), 1);
    assert.equal(await t.due('refreshLate'), 0);
  });
  it('keeps the newest three cards of one thing for one reader in step, and lets go of older ones', async () => {
    const t = await setUp();
    for (const id of ['m1', 'm2', 'm3', 'm4']) {
      t.pass(1);
      await t.shows(person('an'), id);
    }
    await t.changed(2);
    await t.refresh();
    t.pass(5);
    await t.mirrors();
    assert.deepEqual(t.updated.map(({ activityId }) => activityId).sort(), ['m2', 'm3', 'm4']);
    assert.equal(await t.kept(), 3);
  });
  it('draws nothing over a form that a click has put in its place', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(5);
    t.meanwhile(() => t.letGo('m0'));
    await t.mirrors();
    assert.deepEqual([t.updated.length, await t.kept()], [0, 0]);
  });
  it('a refused credential loses no card, and is told to all who send', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(5);
    t.next({ kind: 'broken', reason: '401' });
    await t.mirrors();
    assert.equal(await t.kept(), 1);
    t.pass(60);
    await t.mirrors();
    assert.equal(t.updated.length, 2);
    assert.deepEqual(t.heard, ['broken', 'sent']);
  });
  it('asks Teams once for what must not be asked again, until the next change', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(5);
    t.next({ kind: 'unknown', reason: '500', mayResend: false });
    for (let n = 0; n < 3; n++) {
      await t.mirrors();
      t.pass(60);
    }
    assert.deepEqual([t.updated.length, await t.kept()], [1, 1]);
  });
  it("many cards of one busy person are put off, and do not stand before everybody else's", async () => {
    const t = await setUp(3);
    await t.changed(2);
    await t.refresh();
    t.pass(6);
    t.waits.set(person('an'), 4_000);
    await t.mirrors();
    assert.deepEqual(t.updated.map(({ to }) => to).sort(), ['channel:c1', 'channel:c2']);
    assert.equal(await t.due('mirror'), 0);
    t.waits.clear();
    t.pass(4);
    await t.mirrors();
    assert.equal(t.updated.length, 3);
  });
  it('draws nothing in the last ten seconds of the lease: whoever has it next would be drawn over', async () => {
    const t = await setUp();
    await t.changed(1);
    await t.refresh();
    t.pass(5);
    t.leaseFor(10_000);
    await t.mirrors();
    assert.deepEqual([t.updated, await t.due('mirror')], [[], 1]);
    t.leaseFor(10_001);
    await t.mirrors();
    assert.deepEqual([t.updated.length, await t.due('mirror')], [1, 0]);
  });
  it('composes nothing that the pace does not let through', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(5);
    t.allows(0);
    let composed = false;
    t.meanwhile(async () => {
      composed = true;
    });
    await t.mirrors();
    assert.deepEqual([composed, t.updated.length], [false, 0]);
  });
});

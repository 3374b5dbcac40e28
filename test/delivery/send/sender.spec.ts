import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { CodedError } from '../../../src/domain/errors.ts';
import { create, list, load, remove, replace } from '../../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import { type Delivery, deliveryId, deliveryRecord } from '../../../src/records/message.ts';
import { mirrorRecord } from '../../../src/records/mirror.ts';
import { person, scope } from '../../support/office.ts';
import { openOutbox } from '../../support/outbox.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** What a message looks like that is owed now, without owing it. */
async function owedOf(t: Awaited<ReturnType<typeof openOutbox>>): Promise<Delivery> {
  await t.owes({ subject: 'pattern' });
  const pattern = await t.only();
  await t.store.commit(scope.unit, [remove(pattern)]);
  return pattern.data;
}

describe('sender', () => {
  it('sends once, however often it looks', async () => {
    const t = await openOutbox();
    await t.owes();
    await t.run();
    await t.run();
    t.restart();
    await t.run();
    assert.deepEqual(t.posted, [{ to: person('an'), summary: 'p person:an' }]);
    assert.deepEqual(await t.states(), ['sent']);
  });

  it('one message that cannot be read does not keep the others waiting', async () => {
    const t = await openOutbox();
    const later = create(deliveryRecord, scope, 'delivery:later', await owedOf(t));
    assert.ok(later.op === 'create');
    await t.store.commit(scope.unit, [{ op: 'create', doc: { ...later.doc, v: deliveryRecord.v + 1 } }]);
    await t.owes({ subject: 'after' });
    await t.run();
    assert.equal(t.posted.length, 1);
  });
  it('with all places taken it goes on as soon as one is free, not when the next second comes', async () => {
    const t = await openOutbox();
    const release = t.stall();
    const people = ['director', 'vice', 'officeHead', 'office', 'secretary', 'adviceHead', 'adviceDeputy', 'on'];
    for (const to of people) await t.reach(to);
    for (const to of people) await t.owes({ to: person(to) });
    await t.step();
    const crowd = Array.from({ length: 40 }, (_, i) => `channel:${i}`);
    for (const to of crowd) await t.reach(to);
    for (const to of crowd) await t.owes({ to });
    t.tick(1_000);
    const full = t.step();
    while (t.posted.length < 25) await new Promise((resolve) => setImmediate(resolve));
    release();
    await full;
    await t.idle();
    assert.equal(t.posted.length, people.length + crowd.length);
  });

  const outcomes = [
    [{ kind: 'retry', reason: '503' }, 'pending', false],
    [{ kind: 'unknown', reason: '504', mayResend: true }, 'pending', true],
    [{ kind: 'unknown', reason: '500', mayResend: false }, 'ambiguous', true],
    [{ kind: 'unreachable', reason: '403' }, 'unreachable', false],
    [{ kind: 'refused', reason: '413' }, 'refused', false],
    [{ kind: 'broken', reason: '401' }, 'pending', false],
  ] as const;
  for (const [outcome, state, doubtful] of outcomes) {
    it(`${outcome.kind} ${outcome.reason} → ${state}`, async () => {
      const t = await openOutbox();
      await t.owes();
      t.next(outcome);
      await t.run();
      const { data } = await t.only();
      assert.deepEqual([data.state, data.doubtful, data.reason], [state, doubtful, outcome.reason]);
    });
  }

  it('a request for action of unknown outcome goes out once more, a second time it is left marked', async () => {
    const t = await openOutbox();
    await t.owes();
    t.next(
      { kind: 'unknown', reason: 'reset', mayResend: true },
      { kind: 'unknown', reason: 'reset', mayResend: true },
    );
    for (let i = 0; i < 4; i++) await t.run();
    assert.equal(t.posted.length, 2);
    assert.deepEqual(await t.states(), ['ambiguous']);
  });
  it('a reminder of unknown outcome is not repeated', async () => {
    const t = await openOutbox();
    await t.owes({ onUnknown: 'leave' });
    t.next({ kind: 'unknown', reason: 'reset', mayResend: true });
    for (let i = 0; i < 3; i++) await t.run();
    assert.equal(t.posted.length, 1);
    assert.deepEqual(await t.states(), ['ambiguous']);
  });

  for (const [onUnknown, copies, state] of [
    ['resendOnce', 2, 'sent'],
    ['leave', 1, 'ambiguous'],
  ] as const) {
    it(`killed between post and record, ${onUnknown}: ${copies} sent, ${state} and marked`, async () => {
      const t = await openOutbox();
      await t.owes({ onUnknown });
      const release = t.stall();
      await t.step();
      await new Promise((resolve) => setImmediate(resolve));
      while (t.posted.length === 0) await new Promise((resolve) => setImmediate(resolve));
      const claimed = await t.only();
      assert.equal(claimed.data.state, 'sending');
      t.restart();
      release();
      // What the dead process would still write must not count: undo it as if it had never come.
      let after = await t.only();
      for (; after.data.state === 'sending'; after = await t.only())
        await new Promise((resolve) => setImmediate(resolve));
      await t.store.commit(scope.unit, [replace(deliveryRecord, after, claimed.data)]);
      for (let i = 0; i < 3; i++) await t.run();
      const { data } = await t.only();
      assert.deepEqual([t.posted.length, data.state, data.doubtful], [copies, state, true]);
    });
  }

  it('does not send what has nothing to show any more, nor what has expired', async () => {
    const t = await openOutbox();
    await t.owes({ expiresAt: DateTime.fromISO('2026-11-02T08:59:00', { zone }) });
    await t.owes({ subject: 's2' });
    t.hide();
    await t.run();
    await t.run();
    assert.deepEqual(t.posted, []);
    assert.deepEqual((await t.states()).sort(), ['expired', 'superseded']);
  });
  it('what its reader may not see is not sent; a page that breaks is put aside visibly and not tried each second', async () => {
    for (const [error, state] of [
      [new CodedError('NOTHING_TO_SHOW'), 'superseded'],
      [new TypeError('a bug'), 'refused'],
    ] as const) {
      const t = await openOutbox();
      await t.owes();
      t.breaks(error);
      await t.run();
      assert.deepEqual([t.posted, await t.states()], [[], [state]]);
    }
  });
  it('who has no address or blocked us is unreachable, and nothing is posted', async () => {
    const t = await openOutbox();
    await t.owes({ to: person('on') });
    await t.run();
    assert.deepEqual([t.posted, await t.states()], [[], ['unreachable']]);
  });
  it('a 403 marks the person until they come back', async () => {
    const t = await openOutbox();
    await t.owes();
    t.next({ kind: 'unreachable', reason: '403 MessageWritesBlocked' });
    await t.run();
    const address = await load(t.store, scope.unit, addressRecord, addressId(person('an')));
    assert.deepEqual([address?.data.reachable, address?.data.reason], ['blocked', '403 MessageWritesBlocked']);
  });
  it('a refused credential pauses everything, and loses nothing', async () => {
    const t = await openOutbox();
    await t.owes();
    t.next({ kind: 'broken', reason: '401' });
    await t.run();
    await t.owes({ to: person('thao'), subject: 's2' });
    await t.run();
    assert.equal(t.posted.length, 1);
    t.pass({ minutes: 2 });
    await t.run();
    assert.deepEqual((await t.states()).sort(), ['sent', 'sent']);
  });
  it('a refused credential stops those as well who wait in line for their turn', async () => {
    const t = await openOutbox(1);
    const keys = ['vice', 'office', 'an2', 'on'];
    for (const key of keys) {
      await t.reach(key);
      await t.owes({ to: person(key) });
    }
    t.next({ kind: 'broken', reason: '401' });
    await t.run();
    // One may have had its turn before the answer came.
    assert.ok(t.posted.length <= 2, String(t.posted.length));
    for (const _ of keys) await t.run();
    assert.deepEqual([t.posted.length, await t.states()], [1 + keys.length, keys.map(() => 'sent')]);
  });
  it('keeps the order of one person and does not let two messages race', async () => {
    const t = await openOutbox();
    await t.owes({ show: { page: 'first', params: {} } });
    t.pass({ seconds: 1 });
    await t.owes({ subject: 's2', show: { page: 'second', params: {} } });
    const release = t.stall();
    await t.step();
    await t.step();
    release();
    await t.idle();
    await t.run();
    assert.deepEqual(
      t.posted.map((p) => p.summary),
      ['first person:an', 'second person:an'],
    );
  });
  it('requests for action go before announcements', async () => {
    const t = await openOutbox(1);
    await t.owes({ show: { page: 'bulk', params: {} } });
    await t.owes({ to: person('thao'), subject: 's2', urgent: true, show: { page: 'urgent', params: {} } });
    await t.run();
    t.pass({ seconds: 1 });
    await t.run();
    assert.deepEqual(
      t.posted.map((p) => p.summary),
      ['urgent person:thao', 'bulk person:an'],
    );
  });
  it('looks at a batch of what waits, then at the next, until everybody has theirs', async () => {
    const t = await openOutbox();
    const crowd = Array.from({ length: 450 }, (_, i) => `channel:${String(i).padStart(3, '0')}`);
    for (const to of crowd) await t.reach(to);
    for (const to of crowd) {
      await t.owes({ to });
      t.pass({ milliseconds: 1 });
    }
    t.pass({ seconds: 1 });
    await t.run();
    assert.deepEqual(t.posted.map((p) => p.to).sort(), crowd);
  });
  it('looks that fall between a post and its record spend no turn on what is settled meanwhile', async () => {
    const t = await openOutbox();
    const crowd = Array.from({ length: 60 }, (_, i) => `channel:${i}`);
    for (const to of crowd) await t.reach(to);
    for (const to of crowd) await t.owes({ to });
    // Each post takes as long as it takes to look again.
    t.slow(() => t.tick(250));
    await t.run();
    assert.deepEqual([t.posted.length, t.turns()], [60, 60]);
  });
  it('one busy person with hundreds of messages does not hide the others', async () => {
    const t = await openOutbox();
    for (let n = 0; n < 450; n++) await t.owes({ subject: `s${n}` });
    t.pass({ seconds: 1 });
    await t.owes({ to: person('thao'), subject: 'last' });
    const release = t.stall();
    t.tick(1_000);
    const step = t.step();
    for (let i = 0; i < 200 && t.posted.length < 2; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (i % 20 === 19) {
        t.tick(1_000);
        void t.step();
      }
    }
    assert.deepEqual(t.posted.map((p) => p.to).sort(), [person('an'), person('thao')]);
    release();
    await step;
    await t.idle();
  });
  describe('another process may take over', () => {
    it('nothing is posted with ten seconds of the lease left, and nothing is lost', async () => {
      const t = await openOutbox();
      await t.owes();
      t.leaseFor(10_000);
      await t.run();
      assert.deepEqual([t.posted, await t.states()], [[], ['pending']]);
      t.leaseFor(10_001);
      await t.run();
      assert.deepEqual([t.posted.length, await t.states()], [1, ['sent']]);
      assert.equal((await t.only()).data.doubtful, false);
    });
    it('and the outcome of an earlier try says nothing of that process’s, which ended over it', async () => {
      const t = await openOutbox();
      await t.owes();
      t.next({ kind: 'retry', reason: '503' });
      t.storeAway(1);
      await t.run();
      const claimed = await t.only();
      assert.deepEqual([claimed.data.state, claimed.data.attempts], ['sending', 1]);
      const theirs = { ...claimed.data, attempts: 2, doubtful: true };
      await t.store.commit(scope.unit, [replace(deliveryRecord, claimed, theirs)]);
      for (const _ of ['first', 'second']) await t.run();
      assert.deepEqual([t.posted.length, await t.states()], [1, ['ambiguous']]);
    });
    it('what waits in line when the process ends stays due', async () => {
      const t = await openOutbox(1);
      await t.owes();
      await t.owes({ to: person('thao'), subject: 's2' });
      await t.close();
      await t.run();
      assert.deepEqual([t.posted, await t.states()], [[], ['pending', 'pending']]);
    });
  });
  describe('a conversation that is gone', () => {
    const gone = { kind: 'gone', reason: '404 ConversationNotFound' } as const;
    const address = async (t: Awaited<ReturnType<typeof openOutbox>>, owner: string) =>
      (await load(t.store, scope.unit, addressRecord, addressId(owner)))?.data;

    it('is opened anew, and the message goes there', async () => {
      const t = await openOutbox();
      await t.owes();
      t.next(gone);
      await t.run();
      await t.run();
      assert.deepEqual([t.posted.length, t.reopened, await t.states()], [2, [person('an')], ['sent']]);
      assert.equal((await address(t, person('an')))?.conversationId, 'a:an+');
    });
    it('once: gone again, the person is unreachable', async () => {
      const t = await openOutbox();
      await t.owes();
      t.next(gone, gone);
      for (let i = 0; i < 3; i++) await t.run();
      assert.deepEqual([t.posted.length, t.reopened.length, await t.states()], [2, 1, ['unreachable']]);
      assert.equal((await address(t, person('an')))?.reachable, 'blocked');
    });
    it('of a channel cannot be opened anew: its people have to bind another', async () => {
      const t = await openOutbox();
      await t.reach('channel:office', '');
      await t.owes({ to: 'channel:office' });
      t.next(gone);
      await t.run();
      assert.deepEqual([t.reopened, await t.states()], [[], ['unreachable']]);
    });
    it('each of two messages of one cause to a channel is written down, and the cards of the cause are drawn again', async () => {
      const t = await openOutbox();
      await t.reach('channel:office', '');
      for (const rev of [1, 2]) await t.owes({ to: 'channel:office', rev });
      await t.run();
      await t.run();
      assert.deepEqual(await t.states(), ['sent', 'sent']);
    });
    for (const [opened, state, alarms] of [
      [{ kind: 'retry', reason: '503' }, 'pending', []],
      [{ kind: 'unknown', reason: 'reset', mayResend: true }, 'pending', []],
      [{ kind: 'unreachable', reason: '403' }, 'unreachable', []],
      [{ kind: 'refused', reason: '400' }, 'unreachable', []],
      [{ kind: 'broken', reason: '401' }, 'pending', ['401']],
    ] as const) {
      it(`opening answers ${opened.kind} → ${state}, unmarked`, async () => {
        const t = await openOutbox();
        await t.owes();
        t.next(gone);
        t.nextReopening(opened);
        await t.run();
        const { data } = await t.only();
        assert.deepEqual([data.state, data.doubtful, data.recreated], [state, false, false]);
        assert.deepEqual(t.alarms, alarms);
      });
    }
    it('somebody who writes at that moment is believed rather than the service', async () => {
      const t = await openOutbox();
      await t.owes();
      t.next(gone);
      t.meanwhile(async () => {
        const known = await load(t.store, scope.unit, addressRecord, addressId(person('an')));
        assert.ok(known);
        await t.store.commit(scope.unit, [replace(addressRecord, known, { ...known.data, conversationId: 'a:new' })]);
      });
      await t.run();
      await t.run();
      assert.deepEqual([await t.states(), (await address(t, person('an')))?.conversationId], [['sent'], 'a:new']);
    });
  });
  it('tells of a service that refuses everything, and once that it works again', async () => {
    const t = await openOutbox();
    await t.owes();
    t.next({ kind: 'broken', reason: '401' });
    await t.run();
    assert.deepEqual(t.alarms, ['401']);
    t.pass({ minutes: 2 });
    await t.run();
    await t.owes({ subject: 's2' });
    await t.run();
    assert.deepEqual(t.alarms, ['401', 'working']);
  });
  it('believes in an outage that only others have noticed, and tells of its end all the same', async () => {
    const t = await openOutbox();
    await t.owes();
    await t.run();
    t.hear({ kind: 'broken', reason: '401' });
    await t.owes({ subject: 's2' });
    t.pass({ minutes: 2 });
    await t.run();
    assert.deepEqual(t.alarms, ['working', '401', 'working']);
    t.hear({ kind: 'broken', reason: '401' });
    t.hear({ kind: 'sent', activityId: '' });
    assert.deepEqual(t.alarms.slice(3), ['401', 'working']);
  });
  it('merges requests to one person: the first at once, the rest at 15:00, later ones the next working morning', async () => {
    const t = await openOutbox();
    const request = (subject: string) => t.owes({ subject, coalesce: 'review.request' });
    await request('n1');
    await t.run();
    t.pass({ minutes: 1 });
    await request('n2');
    await request('n3');
    await t.run();
    assert.equal(t.posted.length, 1);
    t.pass({ hours: 5, minutes: 58 });
    await t.run();
    assert.equal(t.posted.length, 1, '14:59');
    t.pass({ minutes: 1 });
    await t.run();
    await t.run();
    assert.equal(t.posted.length, 2, '15:00');
    assert.deepEqual((await t.states()).sort(), ['sent', 'sent', 'superseded']);
    t.pass({ hours: 1 });
    await request('n4');
    await t.run();
    t.pass({ hours: 15 });
    await request('n5');
    await t.run();
    assert.equal(t.posted.length, 2, '07:00 of the next day');
    t.pass({ hours: 1, minutes: 30 });
    await t.run();
    await t.run();
    assert.equal(t.posted.length, 3, '08:30');
    assert.ok(!(await t.states()).includes('pending'));
  });
  it('a posted card that shows state is kept in step from then on', async () => {
    const t = await openOutbox();
    await t.owes({ show: { page: 'p', params: { subject: 'nomination:x' } } });
    await t.run();
    const [mirror] = await list(t.store, { unit: scope.unit, type: mirrorRecord });
    assert.deepEqual([mirror?.data.subject, mirror?.data.activityId, mirror?.data.dueAt], ['nomination:x', 'm1', null]);
  });
  it('the same cause cannot owe the same message twice', async () => {
    const t = await openOutbox();
    await t.owes();
    await assert.rejects(t.owes());
    assert.equal((await t.only()).id, deliveryId('s', 1, 'k', person('an')));
  });
});

import assert from 'node:assert/strict';
import { StoreError } from '../../../src/ports/store.ts';
import { channelOwner } from '../../../src/records/address.ts';
import type { Spread } from '../../../src/records/message.ts';
import { isHeld } from '../../../src/records/restoration.ts';
import { type Office, scope } from '../../support/office.ts';
import { storeWith } from '../../support/store-with.ts';
import { kinds, restorationNow, restoredOffice, spread, states, write } from './a-restoration.ts';

const many = Array.from({ length: 75 }, () => 'announce.launch');

async function choose(office: Office, id: string, choice: 'send' | 'drop'): Promise<void> {
  await office.as('office').click('restoration.choose', { restoration: id, choice, confirm: 'yes' });
}
const heldNow = async (office: Office): Promise<number> =>
  [...(await office.dump('delivery')), ...(await office.dump('spread'))].filter(isHeld).length;
const lanes = async (office: Office): Promise<Set<string>> =>
  new Set((await office.dump('delivery')).map(({ lane }) => lane ?? ''));
async function step(office: Office, id: string): Promise<void> {
  const stored = await office.store.get(scope.unit, id);
  assert.ok(stored);
  await office.lane('restoration', stored);
}

describe('what is held back', () => {
  it('goes nowhere before the office has chosen', async () => {
    const { office, id } = await restoredOffice();
    office.set('2026-11-30T09:00:00');
    await office.runDue();
    await step(office, id);
    assert.deepEqual([await heldNow(office), [...(await lanes(office))]], [7, ['']]);
  });

  it('is due again once it is to be sent, as it was, and the announcement goes on to everybody', async () => {
    const { office, id } = await restoredOffice(['answer', 'review.request'], { urgent: true });
    const before = (await office.owed()).map(({ data }) => data);
    await choose(office, id, 'send');
    await office.runDue();
    assert.deepEqual(await restorationNow(office, id).then(({ dealt, isDone }) => [dealt, isDone]), [3, true]);
    const after = (await office.owed()).filter(({ data }) => data.cause !== spread);
    assert.deepEqual(
      after.map(({ data }) => data),
      before,
    );
    assert.deepEqual([await heldNow(office), await lanes(office)], [0, new Set(['sendUrgent'])]);
    const page = await office.as('office').click('restoration.show', { restoration: id });
    assert.match(page.text, /Đã chuyển 3 tin, lần gửi sang gửi/);
    assert.match(page.text, /Gửi; Lê Thị Thu Hà, 09:00 ngày 02\/11\/2026/);
  });

  it('is over for good once it is to be dropped, and says so', async () => {
    const { office, id } = await restoredOffice();
    await choose(office, id, 'drop');
    await office.runDue();
    assert.deepEqual(new Set(await states(office)), new Set(['expired']));
    assert.deepEqual(new Set((await office.owed()).map(({ data }) => data.reason)), new Set(['held-dropped']));
    const [gone] = (await office.dump('spread')).filter((doc) => doc.id === spread);
    assert.ok(gone);
    const { state, dropped } = gone.data as Spread;
    assert.deepEqual([state, dropped], ['done', true]);
    office.set('2026-11-30T09:00:00');
    await office.runDue();
    assert.deepEqual([...(await lanes(office))], ['']);
    const page = await office.as('office').click('restoration.show', { restoration: id });
    assert.match(page.text, /Đã bỏ 7 tin, lần gửi; không gửi nữa/);
  });

  it('stays in doubt when it was being posted as the backup was made, though it is dropped', async () => {
    const { office, id } = await restoredOffice(['review.request'], { state: 'sending', attempts: 1 });
    await choose(office, id, 'drop');
    await office.runDue();
    const [one] = await office.owed('review.request');
    assert.deepEqual([one?.data.state, one?.data.doubtful, one?.data.reason], ['ambiguous', true, 'interrupted']);
  });

  for (const choice of ['send', 'drop'] as const) {
    it(`is dealt with step by step and nothing twice, killed between two of them (${choice})`, async () => {
      const { office, id } = await restoredOffice(many);
      await choose(office, id, choice);
      const stale = await office.store.get(scope.unit, id);
      assert.ok(stale);
      await step(office, id);
      assert.deepEqual([await heldNow(office), (await restorationNow(office, id)).dealt], [46, 30]);
      const page = await office.as('office').click('restoration.show', { restoration: id });
      assert.match(page.text, /(đã chuyển|đã bỏ) 30, còn 46/);
      await assert.rejects(office.lane('restoration', stale), { code: 'Conflict' });
      assert.equal(await heldNow(office), 46);

      const failing = storeWith(office.store, {
        commit: async () => {
          throw new StoreError('Unavailable');
        },
      });
      const now = await office.store.get(scope.unit, id);
      assert.ok(now);
      await assert.rejects(office.lane('restoration', now, { store: failing }));
      assert.equal(await heldNow(office), 46);
      await office.runDue();
      const { dealt, isDone } = await restorationNow(office, id);
      assert.deepEqual([await heldNow(office), dealt, isDone], [0, 76, true]);
      await step(office, id);
      assert.equal((await restorationNow(office, id)).dealt, 76);
    });

    it(`outrun by another write the step is done anew, and leaves that as it is (${choice})`, async () => {
      const { office, id } = await restoredOffice(many);
      await choose(office, id, choice);
      const [first] = await office.owed();
      assert.ok(first);
      let isFirst = true;
      const racing = storeWith(office.store, {
        commit: async (unit, changes) => {
          if (isFirst) await write(office, first.id, { state: 'sent', answeredAt: '2026-11-02T02:00:00.000Z' });
          isFirst = false;
          return office.store.commit(unit, changes);
        },
      });
      const stored = await office.store.get(scope.unit, id);
      assert.ok(stored);
      await assert.rejects(office.lane('restoration', stored, { store: racing }), { code: 'Conflict' });
      assert.equal(await heldNow(office), 75);
      await office.runDue();
      const { dealt, held, isDone } = await restorationNow(office, id);
      assert.deepEqual([dealt, held, isDone], [75, 76, true]);
      assert.equal((await states(office)).filter((state) => state === 'sent').length, 1);
      const page = await office.as('office').click('restoration.show', { restoration: id });
      assert.match(page.text, /1 tin, lần gửi không còn giữ/);
    });
  }

  it('to a channel has the cards drawn again that say whether it stands there', async () => {
    const { office, id } = await restoredOffice(kinds, { to: channelOwner('office'), cause: 'decision:1' });
    await choose(office, id, 'drop');
    await step(office, id);
    const refreshed = (await office.dump('refresh')).map(({ data }) => (data as { subject: string }).subject);
    assert.equal(refreshed.filter((subject) => subject === 'decision:1').length, kinds.length);
  });
});

import assert from 'node:assert/strict';
import { settleIn } from '../../bench/fanout/bot-store.ts';
import { crowdOf, keyOf, officer, rosterOf } from '../../bench/fanout/crowd.ts';
import { movableClock } from '../../sandbox/clock.ts';
import { startSandbox } from '../../sandbox/server/start-sandbox.ts';
import { adoptPlan } from '../../src/features/campaign/adopt-plan.ts';
import { importRoster } from '../../src/features/roster/import-roster.ts';
import { inTurn } from '../../src/pipeline/retry.ts';
import { list, load } from '../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../src/records/address.ts';
import { personRecord } from '../../src/records/person.ts';
import { roundRecord } from '../../src/records/round.ts';
import { officeOf, systemTurn } from '../support/a-machine.ts';
import { khanhHoaPlan as plan } from '../support/khanh-hoa-plan.ts';
import { memoryStore } from '../support/memory-store.ts';

describe('the place of a measured launch', () => {
  it('knows a way to everyone and has a round open, and owes nothing', async () => {
    const clock = movableClock('2026-10-27T09:00');
    const rows = crowdOf(120);
    const sandbox = await startSandbox({ clock, roster: rows, keep: 'nothing', everyoneHasTheApp: true });
    const store = memoryStore();
    const scope = { unit: plan.unit.id, tenant: 'local' };
    try {
      const turn = () => systemTurn(store, clock, officeOf(scope, plan));
      await inTurn(turn, adoptPlan);
      await importRoster(turn(), Buffer.from(rosterOf(rows)));
      const chats = await settleIn(store, { scope, plan, sandbox });
      assert.equal(new Set(chats.values()).size, 120);

      const people = await list(store, { unit: scope.unit, type: personRecord });
      const office = people.filter(({ data }) => data.roles.includes('office'));
      assert.deepEqual(
        office.map(({ data }) => data.email.split('@')[0]),
        [officer],
      );
      const last = people.find(({ data }) => data.email.startsWith(keyOf(119)))?.id ?? '';
      const address = await load(store, scope.unit, addressRecord, addressId(last));
      const { chatId, mri } = sandbox.as(keyOf(119));
      assert.deepEqual([address?.data.conversationId, address?.data.userId, chats.get(last)], [chatId, mri, chatId]);
      const [round] = await list(store, { unit: scope.unit, type: roundRecord });
      assert.equal(round?.data.round, 'annual-2026');
      for (const lane of ['calendar', 'closing', 'send', 'sendUrgent', 'spread'])
        assert.deepEqual(await store.due({ lane, until: '2100-01-01T00:00:00.000Z', limit: 1 }), [], lane);
    } finally {
      await store.close();
      await sandbox.stop();
    }
  });
});

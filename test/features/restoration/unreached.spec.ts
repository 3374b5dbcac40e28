import assert from 'node:assert/strict';
import { addressChanges } from '../../../src/bot/people.ts';
import { personRecord } from '../../../src/records/person.ts';
import { incomingFrom } from '../../support/incoming-from.ts';
import { type Office, openOffice, person } from '../../support/office.ts';
import { restored } from '../../support/restored.ts';
import { restoredOffice, unsentOne } from './a-restoration.ts';

const unreachable = { state: 'unreachable', reason: 'not-installed', dueAt: '2026-11-01T01:00:00.000Z' } as const;
const writes = (office: Office) =>
  office.run(async (turn) => {
    const who = await turn.get(personRecord, person('an'));
    assert.ok(who);
    turn.ride(await addressChanges(turn, incomingFrom({ conversationId: 'a:an', userId: '29:1an' }), who));
  });
const stateOf = async (office: Office) =>
  (await office.owed('announce.launch')).filter(({ to }) => to === 'an').map(({ data }) => [data.state, data.reason]);
const choose = async (office: Office, id: string, choice: 'send' | 'drop') => {
  await office.as('office').click('restoration.choose', { restoration: id, choice, confirm: 'yes' });
  for (let i = 0; i < 5; i++) await office.runDue();
};

describe('what could not be delivered when a backup was made', () => {
  for (const [choice, state] of [
    ['send', ['pending', '']],
    ['drop', ['expired', 'held-dropped']],
  ] as const)
    it(`waits though its reader can be reached since, until the office has chosen: ${choice}`, async () => {
      const { office, id } = await restoredOffice(['announce.launch'], unreachable);
      await writes(office);
      assert.deepEqual(await stateOf(office), [['unreachable', 'not-installed']]);
      await choose(office, id, choice);
      assert.deepEqual(await stateOf(office), [state]);
      await office.runDue();
      assert.deepEqual(await stateOf(office), [state], 'once');
    });
  it('waits on for whoever is not reached yet, and comes to them when they are, whatever was chosen', async () => {
    const { office, id } = await restoredOffice(['announce.launch'], unreachable);
    await choose(office, id, 'drop');
    assert.deepEqual(await stateOf(office), [['unreachable', 'not-installed']]);
    await writes(office);
    assert.deepEqual(await stateOf(office), [['pending', '']]);
  });
  it('is held, too, where nothing else was unsent: until the office has seen that its data came from a backup', async () => {
    const office = await openOffice();
    await unsentOne(office, 'announce.launch', 0, unreachable);
    const id = await restored(office);
    await writes(office);
    assert.deepEqual(await stateOf(office), [['unreachable', 'not-installed']]);
    assert.match((await office.as('office').say('việc của tôi')).text, /sao lưu/);
    await choose(office, id, 'send');
    assert.deepEqual(await stateOf(office), [['pending', '']]);
  });
});

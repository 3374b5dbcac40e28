import assert from 'node:assert/strict';
import { addressChanges } from '../../../src/bot/people.ts';
import { spreadStep } from '../../../src/delivery/spread/spread.ts';
import { launchSpread } from '../../../src/features/campaign/launch-spread.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, load } from '../../../src/ports/documents.ts';
import type { Spread } from '../../../src/records/message.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import type { Loaded } from '../../../src/records/record.ts';
import { incomingFrom } from '../../support/incoming-from.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { launch, settle } from './launching.ts';

const incoming = (conversationId: string) => incomingFrom({ conversationId });

async function arrives(office: Office, key: string, conversationId = `a:${key}`): Promise<void> {
  const who = await load(office.store, scope.unit, personRecord, person(key));
  assert.ok(who !== undefined);
  await office.run(async (turn) => turn.ride(await addressChanges(turn, incoming(conversationId), who)));
}

async function hired(office: Office, key: string): Promise<void> {
  const an = await load(office.store, scope.unit, personRecord, person('an'));
  assert.ok(an !== undefined);
  const data = { ...an.data, fullName: 'Nguyễn Thị Mới', aadObjectId: key };
  await office.store.commit(scope.unit, [create(personRecord, scope, person(key), data)]);
}

const told = async (office: Office, key: string) =>
  (await office.owed('announce.launch')).filter(({ to }) => to === key);

describe('launch for who joins later', () => {
  it('is owed with the first address, once', async () => {
    const office = await openOffice();
    await launch(office);
    await office.runDue();
    await hired(office, 'moi');
    await arrives(office, 'moi');
    assert.equal((await told(office, 'moi')).length, 1);
    await arrives(office, 'moi');
    await arrives(office, 'moi', 'a:new-phone');
    await office.runDue();
    assert.equal((await told(office, 'moi')).length, 1);
  });

  it('counts among those of the launch', async () => {
    const office = await openOffice();
    await launch(office);
    await office.runDue();
    await hired(office, 'moi');
    assert.match((await office.as('office').say('phát động')).text, /14\nNgười nhận[\s\S]*1\nChưa kết nối/);
    await arrives(office, 'moi');
    assert.match((await office.as('office').say('phát động')).text, /14\nĐang gửi/);
  });

  it('takes whom the running spread will still come to, and is not told twice', async () => {
    const office = await openOffice();
    for (let i = 0; i < 60; i++) await hired(office, `zz${String(i).padStart(2, '0')}`);
    await launch(office);
    await arrives(office, 'zz59');
    assert.equal((await told(office, 'zz59')).length, 1);
    await office.runDue();
    assert.equal((await told(office, 'zz59')).length, 1);
    assert.equal((await office.owed('announce.launch')).length, 73);
  });

  it('takes whom the running spread has passed', async () => {
    const office = await openOffice();
    for (let i = 0; i < 60; i++) await hired(office, `zz${String(i).padStart(2, '0')}`);
    await launch(office);
    const [stored] = await office.store.due({ lane: 'spread', until: stamp(office.now), limit: 1 });
    assert.ok(stored !== undefined);
    const owes = async (spread: Loaded<Spread>, to: Loaded<Person>) =>
      launchSpread.owes(office.turn(), { id: spread.id, params: spread.data.params, at: office.now }, to);
    await spreadStep({ ...office.machine, owes }, stored);
    await hired(office, 'aa');
    await arrives(office, 'aa');
    assert.equal((await told(office, 'aa')).length, 1);
    await office.runDue();
    assert.equal((await office.owed('announce.launch')).length, 74);
  });

  it('owes nothing before a launch or to whom it is owed already', async () => {
    const office = await openOffice();
    await arrives(office, 'an');
    assert.equal((await told(office, 'an')).length, 0);
    await launch(office);
    await office.runDue();
    const [delivery] = await told(office, 'on');
    await settle(office, delivery?.id ?? '', 'unreachable');
    await arrives(office, 'on');
    const [again, ...more] = await told(office, 'on');
    assert.equal(again?.data.state, 'pending');
    assert.deepEqual(more, []);
  });
});

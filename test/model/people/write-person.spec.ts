import assert from 'node:assert/strict';
import { keepKeys } from '../../../src/model/people/keep-keys.ts';
import { personChanges } from '../../../src/model/people/write-person.ts';
import { list, load, replace } from '../../../src/ports/documents.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { upnKeyId, upnKeyRecord } from '../../../src/records/key.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';

const { tenant, unit } = scope;
const today = '2026-11-16';

describe('a person written with what they are known by', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: `${today}T09:00:00` });
  });
  const read = async (key: string) => {
    const found = await load(office.store, unit, personRecord, person(key));
    assert.ok(found);
    return found;
  };
  async function write(key: string, more: Partial<Person>): Promise<void> {
    const before = await read(key);
    const after = { ...before.data, ...more };
    await office.store.commit(unit, await personChanges(office.turn(), { id: person(key), before, after }, today));
  }
  const ledTo = async (email: string) =>
    (await load(office.store, unit, upnKeyRecord, upnKeyId(tenant, email)))?.data.personId;

  it('whose e-mail several have, as earlier releases let them, is not given it by a change of something else', async () => {
    const an = await read('an');
    const thao = await read('thao');
    await office.store.commit(unit, [
      replace(personRecord, an, { ...an.data, email: 'chung@example.vn' }),
      replace(personRecord, thao, { ...thao.data, email: 'chung@example.vn' }),
    ]);
    await office.run(keepKeys);
    assert.equal(await ledTo('chung@example.vn'), undefined);
    await write('an', { title: 'Chuyên viên chính' });
    assert.equal(await ledTo('chung@example.vn'), undefined);
    await write('thao', { title: 'Chuyên viên chính', email: 'thao@example.vn' });
    assert.deepEqual([await ledTo('chung@example.vn'), await ledTo('thao@example.vn')], [undefined, person('thao')]);
  });

  it('takes over the e-mail of whoever has left, never of somebody who is here', async () => {
    await office.run(keepKeys);
    await assert.rejects(
      write('an', { email: 'thao@example.vn' }),
      (error) => error instanceof StoreError && error.code === 'Duplicate',
    );
    assert.equal(await ledTo('thao@example.vn'), person('thao'));
    await write('thao', { status: 'left', statusFrom: today });
    await write('an', { email: 'thao@example.vn' });
    assert.deepEqual([await ledTo('thao@example.vn'), await ledTo('an@example.vn')], [person('an'), undefined]);
    // Whoever has left lets go of nothing that is another's by now.
    await write('thao', { email: '' });
    assert.equal(await ledTo('thao@example.vn'), person('an'));
  });

  it('gives each what they have from now on, and the e-mail in another case is the same', async () => {
    await office.run(keepKeys);
    const before = (await list(office.store, { unit, type: upnKeyRecord })).length;
    await write('an', { email: 'AN@EXAMPLE.VN' });
    assert.deepEqual(
      [await ledTo('an@example.vn'), (await list(office.store, { unit, type: upnKeyRecord })).length],
      [person('an'), before],
    );
    await write('an', { email: '' });
    assert.equal(await ledTo('an@example.vn'), undefined);
  });
});

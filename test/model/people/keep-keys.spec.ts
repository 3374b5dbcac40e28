import assert from 'node:assert/strict';
import { pino } from 'pino';
import { keepKeys } from '../../../src/model/people/keep-keys.ts';
import { create, list, load } from '../../../src/ports/documents.ts';
import { type Change, type Store, StoreError } from '../../../src/ports/store.ts';
import {
  departmentKeyId,
  departmentKeyRecord,
  keysKeptRecord,
  upnKeyId,
  upnKeyRecord,
} from '../../../src/records/key.ts';
import { type Person, personId, personRecord } from '../../../src/records/person.ts';
import { flakyStore } from '../../support/flaky-store.ts';
import { dept, everyone, type Office, openOffice, person, scope } from '../../support/office.ts';

const { tenant, unit } = scope;
const crowd = 200;

/** A centre as releases before wrote it: people and departments without these keys. */
async function anOlder(): Promise<Office> {
  const office = await openOffice();
  const [someone] = await list(office.store, { unit, type: personRecord });
  assert.ok(someone);
  const add = (n: number, over: Partial<Person>): Change =>
    create(personRecord, scope, personId(`more${n}`), { ...someone.data, aadObjectId: '', ...over });
  for (let from = 0; from < crowd; from += 50)
    await office.store.commit(
      unit,
      Array.from({ length: 50 }, (_, i) => add(from + i, { email: `more${from + i}@example.vn` })),
    );
  return office;
}
const kept = (office: Office) => Promise.all(['upnKey', 'departmentKey', 'keysKept', 'audit'].map(office.dump));

describe('what people and departments of releases before are known by', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOlder();
  });
  const run = (store: Store = office.store) => keepKeys(office.turn({ store }));

  it('leads to them by a key each, and running again changes nothing', async () => {
    const audit = await office.dump('audit');
    await run();
    const an = await load(office.store, unit, upnKeyRecord, upnKeyId(tenant, 'AN@example.vn'));
    assert.equal(an?.data.personId, person('an'));
    const advice = departmentKeyId(unit, 'phong tu van - gioi thieu viec lam');
    assert.equal((await load(office.store, unit, departmentKeyRecord, advice))?.data.departmentId, dept('advice'));
    assert.equal(await office.store.count({ unit, type: upnKeyRecord.type }), crowd + everyone.length);
    assert.deepEqual(await office.dump('audit'), audit, 'nobody has acted');
    assert.deepEqual(await office.dump('key'), [], 'nobody is let in by it');
    const before = await kept(office);
    await run();
    assert.deepEqual(await kept(office), before);
  });

  it('is made good by the next start when one was cut off at any step', async () => {
    for (let at = 1; ; at += 1)
      for (const cut of [{ failBeforeCommit: at }, { failAfterCommit: at }]) {
        office = await anOlder();
        try {
          await run(flakyStore(office.store, cut));
          assert.ok(at > 3, 'it is done in steps');
          return;
        } catch (error) {
          assert.ok(error instanceof StoreError && error.code === 'Unavailable');
        }
        await run();
        assert.equal(await office.store.count({ unit, type: upnKeyRecord.type }), crowd + everyone.length);
        assert.equal(await office.store.count({ unit, type: departmentKeyRecord.type }), 4);
        assert.equal(await office.store.count({ unit, type: keysKeptRecord.type }), 1);
      }
  });

  it('is written once when two processes start at the same time', async () => {
    await Promise.all([run(), run()]);
    assert.equal(await office.store.count({ unit, type: upnKeyRecord.type }), crowd + everyone.length);
  });

  it('is left without a key where two have the same, whatever its case, and the log says who by their ids', async () => {
    office = await openOffice({ people: { an2: { email: 'An@Example.vn' }, on: { email: '' } } });
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    await keepKeys(office.turn({ log }));
    assert.equal(await load(office.store, unit, upnKeyRecord, upnKeyId(tenant, 'an@example.vn')), undefined);
    assert.equal(await office.store.count({ unit, type: upnKeyRecord.type }), everyone.length - 3);
    assert.equal(lines.length, 1);
    const { column, people } = JSON.parse(lines[0] ?? '') as { column: string; people: string[] };
    assert.deepEqual([column, people], ['email', [person('an'), person('an2')]]);
    assert.doesNotMatch(lines[0] ?? '', /example|Nguyễn/i);
  });
});

import assert from 'node:assert/strict';
import { create, load, put, remove, replace } from '../../src/ports/documents.ts';
import { StoreError } from '../../src/ports/store.ts';
import { auditRecord } from '../../src/records/audit.ts';
import { departmentRecord } from '../../src/records/department.ts';
import { personBy, personRecord } from '../../src/records/person.ts';
import { dept, type Office, openOffice, person, scope } from '../support/office.ts';
import { storeWith } from '../support/store-with.ts';

/** The office's store, and what was asked of it since. */
function counted({ store }: Office) {
  const calls: string[] = [];
  const asked =
    <A extends unknown[], R>(name: string, run: (...given: A) => R) =>
    (...given: A): R => {
      calls.push(name);
      return run(...given);
    };
  return {
    calls,
    store: storeWith(store, {
      get: asked('get', store.get.bind(store)),
      getMany: asked('getMany', store.getMany.bind(store)),
      query: asked('query', store.query.bind(store)),
      commit: asked('commit', store.commit.bind(store)),
    }),
  };
}
const names = (people: readonly { data: { fullName: string } }[]): string[] => people.map(({ data }) => data.fullName);

describe('a turn', () => {
  it('reads a document once, what is asked for in one moment in one call, and a list once', async () => {
    const office = await openOffice();
    const { calls, store } = counted(office);
    const turn = office.turn({ store });
    const [an, thao] = await Promise.all([
      turn.get(personRecord, person('an')),
      turn.get(personRecord, person('thao')),
      turn.get(departmentRecord, dept('advice')),
    ]);
    assert.ok(an && thao);
    assert.equal(await turn.get(personRecord, person('an')), an);
    assert.equal((await turn.getMany(personRecord, [person('thao'), person('an')])).get(person('an')), an);
    await turn.list(personRecord, personBy.department(dept('advice')));
    await turn.list(personRecord, personBy.department(dept('advice')));
    // Whoever was in a list is known.
    await turn.get(personRecord, person('hniê'));
    assert.deepEqual(calls, ['getMany', 'query']);
  });

  it('sees what it is going to write: in reads, lists and counts, moved, created and deleted', async () => {
    const office = await openOffice();
    const turn = office.turn();
    const an = await turn.get(personRecord, person('an'));
    const thao = await turn.get(personRecord, person('thao'));
    assert.ok(an && thao);
    const inAdvice = personBy.department(dept('advice'));
    const before = await turn.count(personRecord, inAdvice);
    turn.commit({
      command: 't',
      subject: an.id,
      changes: [
        replace(personRecord, an, { ...an.data, departmentId: dept('insurance') }),
        create(personRecord, scope, 'person:zz', { ...an.data, fullName: 'Mới' }),
        remove(thao),
      ],
    });
    assert.equal((await turn.get(personRecord, an.id))?.data.departmentId, dept('insurance'));
    assert.equal(await turn.get(personRecord, thao.id), undefined);
    const advice = await turn.list(personRecord, inAdvice);
    assert.deepEqual([advice.some(({ id }) => id === an.id), names(advice).at(-1)], [false, 'Mới']);
    assert.equal(await turn.count(personRecord, inAdvice), before);
    const paged: string[] = [];
    for await (const { id } of turn.each(personRecord, inAdvice)) paged.push(id);
    assert.deepEqual(
      paged,
      advice.map(({ id }) => id),
    );
    // Nobody else does before the turn has ended.
    assert.ok(await load(office.store, scope.unit, personRecord, thao.id));
    await turn.settle();
    assert.equal(await load(office.store, scope.unit, personRecord, thao.id), undefined);
    assert.deepEqual(names(await turn.list(personRecord, inAdvice)), names(advice));
  });

  it('writes once, whatever it commits: two changes of a document as one, each work with its event', async () => {
    const office = await openOffice();
    const { calls, store } = counted(office);
    const turn = office.turn({ store });
    for (const fullName of ['Một', 'Hai']) {
      const an = await turn.get(personRecord, person('an'));
      assert.ok(an);
      turn.commit({
        command: fullName,
        subject: an.id,
        changes: [replace(personRecord, an, { ...an.data, fullName })],
      });
    }
    await turn.settle();
    await turn.settle();
    assert.equal(calls.filter((call) => call === 'commit').length, 1);
    assert.equal((await load(office.store, scope.unit, personRecord, person('an')))?.data.fullName, 'Hai');
    const events = await office.turn().list(auditRecord);
    assert.deepEqual(events.flatMap(({ data }) => (data.subject === person('an') ? data.command : [])).sort(), [
      'Hai',
      'Một',
    ]);
  });

  it('refuses a change that was decided before another change of the same document in the turn', async () => {
    const office = await openOffice();
    const turn = office.turn();
    const an = await turn.get(personRecord, person('an'));
    assert.ok(an);
    const change = replace(personRecord, an, { ...an.data, fullName: 'Một' });
    turn.ride([change]);
    assert.throws(() => turn.ride([change]), { code: 'Conflict' });
  });

  it('outrun, forgets everything and writes nothing; what rides along is left out when it is tried for the last time', async () => {
    const office = await openOffice();
    const turn = office.turn();
    const [an, thao] = await Promise.all([
      turn.get(personRecord, person('an')),
      turn.get(personRecord, person('thao')),
    ]);
    assert.ok(an && thao);
    await office.run(async (other) => other.ride([replace(personRecord, thao, { ...thao.data, fullName: 'Nhanh' })]));
    const decide = (): void => {
      turn.commit({
        command: 't',
        subject: an.id,
        changes: [replace(personRecord, an, { ...an.data, fullName: 'Một' })],
      });
      turn.ride([replace(personRecord, thao, { ...thao.data, fullName: 'Chậm' })]);
    };
    decide();
    await assert.rejects(turn.settle(), (error) => error instanceof StoreError && error.code === 'Conflict');
    assert.equal((await turn.get(personRecord, thao.id))?.data.fullName, 'Nhanh');
    assert.equal((await turn.get(personRecord, an.id))?.data.fullName, 'Nguyễn Văn An');
    decide();
    turn.insist();
    await turn.settle();
    const stored = async (id: string) => (await load(office.store, scope.unit, personRecord, id))?.data.fullName;
    assert.deepEqual([await stored(an.id), await stored(thao.id)], ['Một', 'Nhanh']);
  });

  it('outrun in each try by what rides along, writes what was decided in the last, also where the command goes on in steps', async () => {
    const office = await openOffice();
    let tries = 0;
    await office.run(async (turn) => {
      tries += 1;
      const found = await turn.getMany(personRecord, [person('an'), person('thao')]);
      const [an, thao] = [...found.values()];
      assert.ok(an && thao);
      const faster = { ...thao.data, fullName: `Nhanh ${tries}` };
      await office.run(async (other) => other.ride([replace(personRecord, thao, faster)]));
      const changes = [replace(personRecord, an, { ...an.data, fullName: 'Một' })];
      turn.commit({ command: 't', subject: an.id, changes });
      turn.ride([replace(personRecord, thao, { ...thao.data, fullName: 'Chậm' })]);
      await turn.settle();
    });
    const stored = async (key: string) =>
      (await load(office.store, scope.unit, personRecord, person(key)))?.data.fullName;
    assert.deepEqual([tries, await stored('an'), await stored('thao')], [2, 'Một', 'Nhanh 2']);
  });

  it('never leaves out what the command decided, though something rides along on the same document', async () => {
    const office = await openOffice();
    const turn = office.turn();
    const an = await turn.get(personRecord, person('an'));
    assert.ok(an);
    await office.run(async (other) => other.ride([replace(personRecord, an, { ...an.data, fullName: 'Nhanh' })]));
    turn.commit({
      command: 't',
      subject: an.id,
      changes: [replace(personRecord, an, { ...an.data, fullName: 'Một' })],
    });
    const now = await turn.get(personRecord, an.id);
    assert.ok(now);
    turn.ride([replace(personRecord, now, { ...now.data, locale: 'en' })]);
    turn.insist();
    await assert.rejects(turn.settle(), (error) => error instanceof StoreError && error.code === 'Conflict');
    assert.equal((await turn.get(personRecord, an.id))?.data.fullName, 'Nhanh');
  });

  it('does afterwards what must wait for its writing, and not when nothing was written', async () => {
    const office = await openOffice();
    const done: string[] = [];
    const turn = office.turn();
    const an = await turn.get(personRecord, person('an'));
    assert.ok(an);
    turn.ride([put(personRecord, an, an, an.data)]);
    turn.afterwards(async () => void done.push('after'));
    assert.equal(done.length, 0);
    await turn.settle();
    assert.deepEqual(done, ['after']);
    const late = office.turn();
    late.ride([replace(personRecord, an, an.data)]);
    late.afterwards(async () => void done.push('too late'));
    await assert.rejects(late.settle(), { code: 'Conflict' });
    assert.deepEqual(done, ['after']);
  });

  it('reads nothing of another unit', async () => {
    const office = await openOffice();
    await assert.rejects(office.turn().store.get('other-unit', person('an')), RangeError);
  });
});

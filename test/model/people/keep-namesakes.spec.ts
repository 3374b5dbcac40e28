import assert from 'node:assert/strict';
import { keepNamesakes } from '../../../src/model/people/keep-namesakes.ts';
import { nameApart } from '../../../src/model/people/names-apart.ts';
import { nameOf, positionOf } from '../../../src/model/people/people.ts';
import { create } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { openOffice, person, scope } from '../../support/office.ts';

describe('who shares a name in the unit', () => {
  it('is told apart also alone, in every sentence that says who did something', async () => {
    const office = await openOffice();
    await office.run(keepNamesakes);
    const turn = office.turn();
    assert.equal(await nameOf(turn, person('an')), 'Nguyễn Văn An (an)');
    assert.equal(await positionOf(turn, person('an2')), 'Chuyên viên Nguyễn Văn An (an2)');
    assert.equal(await nameOf(turn, person('on')), 'Lý Ơn');
    assert.equal(await nameOf(turn, 'person:nobody'), '—');
    assert.equal(await nameApart(turn, { id: 'department:advice', name: 'Nguyễn Văn An' }), 'Nguyễn Văn An');
  });

  it('is written down once: run again it changes nothing, and whoever comes later is found by the next run', async () => {
    const office = await openOffice();
    const dump = async () => JSON.stringify([await office.dump('namesakes'), await office.dump('namesKept')]);
    await office.run(keepNamesakes);
    const first = await dump();
    await office.run(keepNamesakes);
    assert.equal(await dump(), first);
    const on = await office.turn().get(personRecord, person('on'));
    assert.ok(on);
    const other = create(personRecord, scope, 'person:on2', { ...on.data, email: 'ly.on@example.vn' });
    await office.store.commit(scope.unit, [other]);
    await office.run(keepNamesakes);
    await office.run(keepNamesakes);
    assert.equal(await nameOf(office.turn(), person('on')), 'Lý Ơn (on)');
    assert.equal((await office.dump('namesakes')).length, 2);
  });

  it('costs one call to the store for a card, however many it names', async () => {
    const office = await openOffice();
    await office.run(keepNamesakes);
    let calls = 0;
    const store = new Proxy(office.store, {
      get: (of, key: 'get' | 'getMany' | 'query') => {
        const found: unknown = of[key];
        if (typeof found !== 'function') return found;
        return (...args: unknown[]) => {
          if (['get', 'getMany', 'query', 'count'].includes(key)) calls += 1;
          return found.apply(of, args);
        };
      },
    });
    const turn = office.turn({ store });
    await Promise.all(['on', 'thao', 'director', 'vice'].map((key) => turn.get(personRecord, person(key))));
    const before = calls;
    await Promise.all(['on', 'thao', 'director', 'vice'].map((key) => nameOf(turn, person(key))));
    assert.equal(calls - before, 1);
  });
});

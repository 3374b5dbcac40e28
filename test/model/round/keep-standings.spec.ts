import assert from 'node:assert/strict';
import { candidateView } from '../../../src/model/dossier/dossier.ts';
import { reviewerFor } from '../../../src/model/dossier/reviewer.ts';
import { roundFigures } from '../../../src/model/round/figures.ts';
import { keepStandings } from '../../../src/model/round/keep-standings.ts';
import { roundOf } from '../../../src/model/round/round.ts';
import { list } from '../../../src/ports/documents.ts';
import type { Change, Store } from '../../../src/ports/store.ts';
import { standingRecord } from '../../../src/records/standing.ts';
import { flakyStore } from '../../support/flaky-store.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { storeWith } from '../../support/store-with.ts';

/** As a release before wrote it: nothing by which anyone is counted. */
async function makeOlder({ store }: Office): Promise<void> {
  const { unit } = scope;
  for (const type of ['person', 'nomination']) {
    for (const { doc, etag } of (await store.query({ unit, type, limit: 100 })).items) {
      const { figured: _, waits: __, headOf: ___, opines: ____, ...index } = doc.index;
      await store.commit(unit, [{ op: 'replace', doc: { ...doc, v: 1, index }, etag }]);
    }
  }
  const kept = await list(store, { unit, type: standingRecord });
  await store.commit(
    unit,
    kept.map(({ id, etag }): Change => ({ op: 'delete', id, etag })),
  );
}

const start = (office: Office, store: Store = office.store): Promise<void> => keepStandings(office.turn({ store }));

describe('what releases before wrote', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({
      now: '2026-11-16T09:00:00',
      people: { on: { status: 'onLeave', quietRounds: [round] } },
    });
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'submitted' });
    await seedDossier(office, 'an2', { without: ['CN2'], wish: 'undecided' });
    await seedDossier(office, 'on', { state: 'awarded' });
  });
  const figures = async () => roundFigures(office.turn(), await roundOf(office.turn(), round), { at: office.now });
  const kept = async () => JSON.stringify(await Promise.all(['standing', 'standingsKept', 'person'].map(office.dump)));

  it('is counted like what is written now, and running again changes nothing', async () => {
    const wanted = await figures();
    await makeOlder(office);
    assert.equal((await figures()).total.people, 0);
    await start(office);
    assert.deepEqual(await figures(), wanted);
    const first = await kept();
    await start(office);
    assert.equal(await kept(), first);
  });

  it('is written once more by whoever finds people by more fields, and by them alone', async () => {
    await start(office);
    const { unit } = scope;
    for (const { doc, etag } of (await office.store.query({ unit, type: 'person', limit: 100 })).items) {
      const { headOf: _, opines: __, ...index } = doc.index;
      await office.store.commit(unit, [{ op: 'replace', doc: { ...doc, v: 2, index }, etag }]);
    }
    const [marker] = (await office.store.query({ unit, type: 'standingsKept', limit: 1 })).items;
    assert.ok(marker);
    await office.store.commit(unit, [{ op: 'replace', doc: { ...marker.doc, v: 1, data: {} }, etag: marker.etag }]);
    const before = JSON.stringify(await office.dump('nomination'));
    assert.equal(await reviewer(), null);
    await start(office);
    assert.equal(await reviewer(), person('adviceHead'));
    assert.equal(JSON.stringify(await office.dump('nomination')), before);
  });
  const reviewer = async () => reviewerFor(office.turn(), await candidateView(office.turn(), person('an')));

  it('is found by name once it was written anew', async () => {
    await start(office);
    const { unit } = scope;
    for (const { doc, etag } of (await office.store.query({ unit, type: 'person', limit: 100 })).items) {
      const { sought: _, ...index } = doc.index;
      await office.store.commit(unit, [{ op: 'replace', doc: { ...doc, v: 3, index }, etag }]);
    }
    const [marker] = (await office.store.query({ unit, type: 'standingsKept', limit: 1 })).items;
    assert.ok(marker);
    await office.store.commit(unit, [
      { op: 'replace', doc: { ...marker.doc, data: { people: 3 } }, etag: marker.etag },
    ]);
    assert.match((await office.as('office').say('nhân sự Lý Ơn')).text, /Không có ai/);
    await start(office);
    assert.match((await office.as('office').say('nhân sự Lý Ơn')).text, /on@example.vn/);
  });

  it('is all counted, however often others outrun it; or it is not said to be, and the next run goes on', async () => {
    const wanted = await figures();
    for (const times of [1, 2, 3]) {
      await makeOlder(office);
      const [marker] = (await office.store.query({ unit: scope.unit, type: 'standingsKept', limit: 1 })).items;
      if (marker) await office.store.commit(scope.unit, [{ op: 'delete', id: marker.doc.id, etag: marker.etag }]);
      let left = times;
      // Somebody changes their language in the moment in which their batch is written.
      const store = storeWith(office.store, {
        commit: async (unit, changes) => {
          const one = left > 0 ? await office.store.get(unit, person('an')) : undefined;
          if (one !== undefined && changes.some((change) => change.op === 'replace' && change.doc.id === one.doc.id)) {
            left -= 1;
            const { doc, etag } = one;
            const data = { ...(doc.data as object), locale: left % 2 === 0 ? 'en' : 'vi' };
            await office.store.commit(unit, [{ op: 'replace', doc: { ...doc, data, rev: doc.rev + 1 }, etag }]);
          }
          return office.store.commit(unit, changes);
        },
      });
      await start(office, store).catch((error: unknown) => assert.match(String(error), /Conflict/));
      const isSaid = (await office.dump('standingsKept')).length > 0;
      assert.equal(isSaid, times === 1, `outrun ${times} times`);
      if (!isSaid) await start(office);
      assert.deepEqual(await figures(), wanted);
    }
  });
  it('is made good by the next run when one was cut off', async () => {
    const wanted = await figures();
    await makeOlder(office);
    for (const failAfterCommit of [1, 2, 3]) {
      const store = flakyStore(office.store, { failAfterCommit });
      await assert.rejects(start(office, store));
      await makeOlder(office);
    }
    await assert.rejects(start(office, flakyStore(office.store, { failBeforeCommit: 2 })));
    await start(office);
    assert.deepEqual(await figures(), wanted);
  });
});

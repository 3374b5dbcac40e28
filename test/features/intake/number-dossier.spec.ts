import assert from 'node:assert/strict';
import { numberEarlier } from '../../../src/model/dossier/number.ts';
import { remove } from '../../../src/ports/documents.ts';
import {
  dossierNumberId,
  dossierNumberRecord,
  numberingId,
  numberingRecord,
} from '../../../src/records/dossier-number.ts';
import type { Loaded, RecordType } from '../../../src/records/record.ts';
import { actionsOf, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('the running number of a dossier', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-30T16:54:00' });
    await seedRound(office);
  });
  async function send(key: string): Promise<void> {
    const { card } = await office.as(key).click('nomination.submit', { round });
    const sure = actionsOf(card).find(({ verb, data }) => verb === 'nomination.submit' && data.confirm === 'yes');
    await office.as(key).click('nomination.submit', sure?.data);
  }
  const numberOf = async (key: string): Promise<number | null | undefined> =>
    (await office.turn().get(dossierNumberRecord, dossierNumberId(round, person(key))))?.data.no;
  const receiptOf = async (key: string): Promise<string> =>
    textOf((await office.as(key).page('nomination.receipt', { round, candidate: person(key) }))?.card);

  it('is on its way when the dossier is sent, and is given in the order of sending', async () => {
    const keys = ['thao', 'an', 'on', 'an2'];
    for (const key of keys) await seedDossier(office, key, { state: 'draft' });
    assert.match((await office.as('an').say('hồ sơ')).text, /chưa có mã/);
    for (const [i, key] of keys.entries()) {
      office.set(`2026-11-30T16:55:0${i}`);
      await send(key);
    }
    assert.match(await receiptOf('an'), /Đã nhận hồ sơ \(đang cấp mã\) lúc 16:55/);
    await office.runDue();
    assert.deepEqual(await Promise.all(keys.map(numberOf)), [1, 2, 3, 4]);
    assert.match(await receiptOf('an'), /Đã nhận hồ sơ A2026-002 lúc 16:55/);
    assert.match(
      (await office.as('office').click('intake.queue', { filter: 'submitted' })).text,
      /A2026-001[\s\S]*A2026-002/,
    );
  });

  it('has every card that shows the dossier drawn again', async () => {
    const id = await seedDossier(office, 'an', { state: 'draft' });
    await send('an');
    await office.runDue();
    const refreshes = await office.dump('refresh');
    assert.ok(refreshes.some(({ id: refresh }) => refresh === `refresh:${id}@number`));
  });

  it('stays the same when it is given twice, when the dossier is sent again, and for two at once', async () => {
    const id = await seedDossier(office, 'an', { state: 'draft' });
    await send('an');
    const due = await office.store.get(scope.unit, dossierNumberId(round, person('an')));
    assert.ok(due);
    await office.lane('number', due);
    await assert.rejects(office.lane('number', due), { code: 'Conflict' });
    const given = await office.store.get(scope.unit, due.doc.id);
    assert.ok(given);
    await office.lane('number', given);
    assert.equal(await numberOf('an'), 1);
    await office
      .as('an')
      .click('nomination.withdraw', { round, rev: String((await nominationOf(office, id)).rev), confirm: 'yes' });
    await office.as('an').click('nomination.reopen', { round, rev: String((await nominationOf(office, id)).rev) });
    await send('an');
    await seedDossier(office, 'an2', { state: 'draft' });
    await send('an2');
    await office.runDue();
    assert.deepEqual([await numberOf('an'), await numberOf('an2')], [1, 2]);
  });

  it('is given to a dossier taken in late as to any other', async () => {
    const id = await seedDossier(office, 'an', { state: 'lapsed' });
    office.set('2026-12-01T09:00:00');
    await office.as('office').click('intake.late', { nomination: id, rev: 1, send: 'yes', reason: 'Ốm' });
    await office.runDue();
    assert.equal(await numberOf('an'), 1);
  });

  it('goes to what an earlier release took in, by the day of sending, once; later ones follow', async () => {
    const sentOn = (day: string) => ({ submitted: { by: person('an'), at: instant(`2026-11-${day}T09:00:00`) } });
    await seedDossier(office, 'an', { state: 'awarded', nomination: sentOn('12') });
    await seedDossier(office, 'thao', { state: 'withdrawn', nomination: sentOn('03') });
    await seedDossier(office, 'on', { state: 'returned', nomination: sentOn('07') });
    await seedDossier(office, 'an2', { state: 'draft' });
    await office.run(numberEarlier);
    await send('an2');
    await office.runDue();
    await office.run(numberEarlier);
    await office.runDue();
    assert.deepEqual(await Promise.all(['thao', 'on', 'an', 'an2'].map(numberOf)), [1, 2, 3, 4]);
  });

  it('goes on where a start was interrupted', async () => {
    await seedDossier(office, 'an', { state: 'accepted' });
    await seedDossier(office, 'on', { state: 'accepted' });
    await office.run(numberEarlier);
    const drop = async <T>(type: RecordType<T>, id: string) => {
      const loaded: Loaded<T> | undefined = await office.turn().get(type, id);
      assert.ok(loaded);
      await office.store.commit(scope.unit, [remove(loaded)]);
    };
    await drop(numberingRecord, numberingId(round));
    await drop(dossierNumberRecord, dossierNumberId(round, person('on')));
    await office.run(numberEarlier);
    await office.runDue();
    assert.deepEqual([await numberOf('an'), await numberOf('on')].sort(), [1, 2]);
  });
});

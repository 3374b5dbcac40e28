import assert from 'node:assert/strict';
import { destroyStep } from '../../../src/features/retention/destroy-step.ts';
import { lane, laneStep } from '../../../src/pipeline/lane.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { list } from '../../../src/ports/documents.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { assessmentRecord } from '../../../src/records/assessment.ts';
import { destructionId, destructionRecord } from '../../../src/records/destruction.ts';
import { evidenceRecord } from '../../../src/records/evidence.ts';
import { nominationRecord } from '../../../src/records/nomination.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { flakyStore } from '../../support/flaky-store.ts';
import { keptFile } from '../../support/memory-files.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { seedCrowd } from '../../support/seed-crowd.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { press } from '../roster/one/a-person.ts';
import { set } from '../settings/setting.ts';

const { unit } = scope;
const pdf = new TextEncoder().encode('%PDF-1.4\n%bí mật\n%%EOF');
const later = '2032-01-05T09:00:00';
const decision = { number: '12/QĐ-DVVL', issuedOn: '2032-01-04' };

describe('how long dossiers are kept', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-20T09:00:00' });
    await seedRound(office);
    await office.as('an').send(office.attach('Giấy xác nhận.pdf', pdf));
    await seedDossier(office, 'an', {
      state: 'declined',
      nomination: { declineReason: 'Chưa đủ tỷ lệ phiếu', council: null },
    });
    await seedDossier(office, 'an2', { wish: 'undecided' });
  });
  afterEach(() => office.store.close());

  const all = async () => ({
    evidence: (await list(office.store, { unit, type: evidenceRecord })).length,
    assessments: (await list(office.store, { unit, type: assessmentRecord })).length,
    nominations: (await list(office.store, { unit, type: nominationRecord })).map(({ data }) => data),
  });
  const period = (years: string) => set(office, 'keepDossiers', { 'value-value': years });
  const destroy = (more: object = {}, who = 'office') =>
    office.as(who).click('retention.destroy', { round, ...decision, confirm: 'yes', ...more });
  const tasks = async (who = 'office') => (await office.as(who).say('việc của tôi')).text;

  it('is open until a period and its source are entered, and then nothing was destroyed, however late', async () => {
    office.set('2099-01-05T09:00:00');
    await office.runDue();
    assert.doesNotMatch(await tasks(), /hết thời hạn bảo quản/);
    assert.equal((await wayBack(destroy())).code, 'RETENTION_NOT_OVER');
    assert.equal(await codeOf(office.as('office').say('hồ sơ hết thời hạn lưu')), 'RETENTION_NONE');
    assert.match((await office.as('an').say('dữ liệu của tôi')).text, /chưa quy định thời hạn và căn cứ/);
    assert.equal((await all()).evidence, 1);
  });

  it('is said with its source to whoever asks what is kept', async () => {
    await period('5');
    const mine = (await office.as('an').say('dữ liệu của tôi')).text;
    assert.match(mine, /5 năm, tính từ năm sau năm của đợt\. Căn cứ: Quyết định số 12\/QĐ-DVVLKH/);
  });

  it('ends with the last day of its last year; then the office is asked for the decision, and nobody else is', async () => {
    await period('5');
    office.set('2031-12-31T09:00:00');
    assert.doesNotMatch(await tasks(), /hết thời hạn bảo quản/);
    assert.equal((await wayBack(destroy({ issuedOn: '2031-12-30' }))).code, 'RETENTION_NOT_OVER');
    office.set(later);
    assert.match(await tasks(), /Đợt xét khen thưởng năm 2026: hồ sơ hết thời hạn bảo quản từ ngày 31\/12\/2031/);
    assert.doesNotMatch(await tasks('adviceHead'), /hết thời hạn bảo quản/);
    await office.runDue();
    assert.equal((await all()).evidence, 1);
    for (const who of ['an', 'director', 'adviceHead']) {
      assert.equal(await codeOf(destroy({}, who)), 'OFFICE_ONLY', who);
      assert.equal(await codeOf(office.as(who).click('retention.show', { round })), 'OFFICE_ONLY', who);
    }
    for (const [more, code] of [
      [{ number: ' ' }, 'DECIDE_NUMBER'],
      [{ issuedOn: 'hôm qua' }, 'DECIDE_DATE'],
      [{ issuedOn: '2032-01-06' }, 'DECIDE_DATE'],
      [{ number: '9'.repeat(61) }, 'TOO_LONG'],
    ] as const)
      assert.equal((await wayBack(destroy(more))).code, code);
    assert.equal(await office.store.get(unit, destructionId(round)), undefined);
  });

  it('is carried out by clicks: what dossiers say goes with its files, that there was one and its result stay', async () => {
    await period('5');
    const [file] = await list(office.store, { unit, type: evidenceRecord });
    const bytes = () => keptFile(office.machine.files, `${round}:${person('an')}`, file?.data.sha256 ?? '');
    assert.ok(await bytes());
    office.set(later);
    const card = (await office.as('office').say('hồ sơ hết thời hạn lưu')).card;
    assertGoodCard(card);
    const begun = await press(office, card, 'retention.destroy', decision);
    assertGoodCard(begun.card);
    assert.match(begun.text, /Đang hủy theo văn bản số 12\/QĐ-DVVL ngày 04\/01\/2032/);
    await office.runDue();
    const left = await all();
    assert.deepEqual([left.evidence, left.assessments], [0, 0]);
    assert.deepEqual(
      left.nominations.map(({ state, declineReason, destroyedOn }) => [state, declineReason, destroyedOn]),
      [['declined', '', '2032-01-05']],
    );
    assert.equal(await bytes(), undefined);
    assert.match((await office.as('office').click('retention.show', { round })).text, /Đã hủy nội dung hồ sơ lúc/);
    const own = await office.as('an').click('dossier.show', { round });
    assertGoodCard(own.card);
    assert.match(own.text, /Nội dung hồ sơ đã được hủy ngày 05\/01\/2032/);
    assert.doesNotMatch(own.text, /Còn thiếu/);
    assert.doesNotMatch(await tasks(), /hết thời hạn bảo quản/);
    const again = await destroy({ number: '99' });
    assert.ok(!actionsOf(again.card).some(({ verb }) => verb === 'retention.destroy'));
  });

  it('is carried out however many there are, each step within a transaction', async () => {
    await seedCrowd(
      office,
      Array.from({ length: 95 }, (_, i) => `crowd${i}`),
    );
    await period('5');
    office.set(later);
    await destroy();
    await office.runDue();
    const { assessments, nominations } = await all();
    assert.equal(assessments, 0);
    assert.ok(nominations.length > 95);
    assert.ok(nominations.every(({ destroyedOn }) => destroyedOn === '2032-01-05'));
  });

  it('goes on where it was when any step is lost, and comes to the same when one is done twice', async () => {
    await period('5');
    office.set(later);
    await destroy();
    const def = lane({ lane: 'destruction', record: destructionRecord, everyMs: 1, handle: destroyStep });
    const faults = [{ failBeforeCommit: 1 }, { failAfterCommit: 1 }, {}];
    let n = 0;
    for (; n < 60; n += 1) {
      const [due] = await office.store.due({ lane: 'destruction', until: stamp(office.now), limit: 1 });
      if (due === undefined) break;
      const store = flakyStore(office.store, faults[n % 3] ?? {});
      const step = laneStep({ ...office.machine, store }, office.officeOf, def);
      // Each is tried twice with what was found once.
      for (let twice = 0; twice < 2; twice += 1)
        await step(due).catch((error: unknown) => assert.ok(error instanceof StoreError, String(error)));
    }
    assert.ok(n > 3 && n < 60, `${n} steps`);
    const [done] = await list(office.store, { unit, type: destructionRecord });
    assert.equal(done?.data.dueAt, null);
    assert.deepEqual([(await all()).evidence, (await all()).assessments], [0, 0]);
  });
});

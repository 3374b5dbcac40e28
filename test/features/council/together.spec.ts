import assert from 'node:assert/strict';
import { crowd, dossier, meeting, nominationOf, openedRound, round, sessionOne } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person } from '../../support/office.ts';

const code = (expected: string) => (error: { code?: string }) => error.code === expected;
const form = { round, number: '1', ...meeting, dossiers: 'all' };

async function sitting(...candidates: string[]): Promise<Office> {
  const office = await openOffice({ now: '2026-12-04T09:00:00' });
  await openedRound(office);
  for (const candidate of candidates) await dossier(office, candidate);
  return office;
}
const saving = async (office: Office) => {
  const { card } = await office.as('secretary').click('council.all', { session: sessionOne });
  assertGoodCard(card);
  const save = actionsOf(card).find(({ verb }) => verb === 'council.saveAll');
  return save?.data ?? {};
};

describe('recording a meeting at once', () => {
  it('twelve cases take one card, with the exceptions unticked and recorded by themselves', async () => {
    const office = await sitting(dept('advice'));
    const ids = await crowd(office, 11);
    await office.as('secretary').click('council.record', form);
    const data = await saving(office);
    const but = [dept('advice'), ...ids.slice(1)];
    const { text } = await office.as('secretary').click('council.saveAll', { ...data, dossiers: but.join(',') });
    assert.match(text, /Đã ghi kết quả nhất trí của 11 hồ sơ; còn 1 hồ sơ chưa ghi/);
    await office.as('secretary').click('council.saveAll', { ...data, dossiers: but.join(',') });
    assert.deepEqual((await nominationOf(office, dept('advice'))).council, {
      session: sessionOne,
      level: 'unit',
      agree: 6,
      disagree: 0,
      note: '',
      outstanding: true,
    });
    assert.equal((await nominationOf(office, ids[0] ?? '')).council, null);
    assert.match((await office.as('secretary').say('việc của tôi')).text, /1 hồ sơ tại phiên họp chưa ghi kết quả/);
    const last = { session: sessionOne, candidate: ids[0], rev: '2', level: 'unit', agree: '2', disagree: '4' };
    await office.as('secretary').click('council.save', last);
    assert.match((await office.as('secretary').say('việc của tôi')).text, /Phiên họp số 1 đã ghi đủ kết quả/);
    assert.doesNotMatch((await office.as('secretary').say('việc của tôi')).text, /\d+ hồ sơ (tại|chờ ghi)/);
  });

  it('speaks of collectives only where there are any', async () => {
    for (const [candidates, says] of [
      [[dept('advice'), person('an')], true],
      [[person('an'), person('thao')], false],
    ] as const) {
      const office = await sitting(...candidates);
      await office.as('secretary').click('council.record', form);
      const { text } = await office.as('secretary').click('council.all', { session: sessionOne });
      assert.equal(/tập thể được ghi nhận đạt/.test(text), says);
    }
  });

  it('is the secretary’s, of a card that shows what is there, and of nothing else', async () => {
    const office = await sitting(dept('advice'), person('an'), person('secretary'));
    await office.as('secretary').click('council.record', form);
    const data = { ...(await saving(office)), dossiers: person('an') };
    for (const key of ['director', 'office', 'an', 'vice'])
      await assert.rejects(office.as(key).click('council.saveAll', data), code('COUNCIL_SECRETARY_ONLY'));
    const own = { ...data, dossiers: person('secretary') };
    await assert.rejects(office.as('secretary').click('council.saveAll', own), code('COUNCIL_NO_DOSSIERS'));
    for (const dossiers of ['', person('thao'), 'all', 'x,y'])
      await assert.rejects(
        office.as('secretary').click('council.saveAll', { ...data, dossiers }),
        code('COUNCIL_NO_DOSSIERS'),
      );
    await assert.rejects(
      office.as('secretary').click('council.saveAll', { ...data, rev: '1.x' }),
      code('ALREADY_DONE'),
    );
    assert.equal((await nominationOf(office, person('an'))).council, null);
  });

  it('holds forty at once and goes on with the rest', async () => {
    const office = await sitting();
    await crowd(office, 60);
    await office.as('secretary').click('council.record', form);
    for (const left of [20, 0]) {
      const { card } = await office.as('secretary').click('council.all', { session: sessionOne });
      assertGoodCard(card);
      const ids = JSON.stringify(card).match(/person:01JCROWD\d+/g) ?? [];
      const data = actionsOf(card).find(({ verb }) => verb === 'council.saveAll')?.data;
      const { text } = await office
        .as('secretary')
        .click('council.saveAll', { ...data, dossiers: [...new Set(ids)].join(',') });
      assert.match(text, new RegExp(`còn ${left} hồ sơ chưa ghi`));
    }
  });
});

describe('the secretary’s own case', () => {
  it('is told to the chair and the vice-chair, who have it to do; the session says whose it is', async () => {
    const office = await sitting(person('an'), person('secretary'));
    await office.as('secretary').click('council.record', form);
    assert.deepEqual((await office.owed('council.secretaryCase')).map((o) => o.to).sort(), ['director', 'vice']);
    for (const key of ['director', 'vice'])
      assert.match((await office.as(key).say('việc của tôi')).text, /1 hồ sơ của Thư ký Hội đồng/);
    const { text, card } = await office.as('secretary').click('council.session', { session: sessionOne });
    assertGoodCard(card);
    assert.match(text, /Phạm Thị Mỹ Lệ\): do Chủ tịch hoặc Phó Chủ tịch Hội đồng ghi kết quả/);
    assert.match(text, /Chờ Chủ tịch ghi/);
    const vote = { session: sessionOne, candidate: person('secretary'), rev: '2', level: 'unit' };
    await office.as('vice').click('council.save', { ...vote, agree: '5', disagree: '0' });
    for (const key of ['director', 'vice'])
      assert.doesNotMatch((await office.as(key).say('việc của tôi')).text, /Thư ký Hội đồng/);
    const other = await sitting(person('an'));
    await other.as('secretary').click('council.record', form);
    assert.equal((await other.owed('council.secretaryCase')).length, 0);
  });
});

describe('what the vote says', () => {
  it('is said back; a collective found outstanding against the vote is pointed out, and again before closing', async () => {
    const office = await sitting(dept('advice'), person('an'));
    await office.as('secretary').click('council.record', form);
    const vote = { session: sessionOne, rev: '2', level: 'unit' };
    const odd = { ...vote, candidate: dept('advice'), agree: '3', disagree: '3', outstanding: 'true' };
    const { text, show, remark } = await office.as('secretary').click('council.save', odd);
    assert.equal(remark?.tone, 'warning');
    assert.equal(show.params.candidate, dept('advice'));
    assert.match(text, /tán thành 3, không tán thành 3, không đạt tỷ lệ, nhưng tập thể được ghi nhận đạt/);
    const next = { ...vote, candidate: person('an'), agree: '6', disagree: '0' };
    const saved = await office.as('secretary').click('council.save', next);
    assert.match(saved.text, /Đã ghi Nguyễn Văn An: tán thành 6, không tán thành 0; đề nghị khen thưởng\./);
    assert.match(
      (await office.as('secretary').click('council.close', { session: sessionOne })).text,
      /chưa thống nhất/,
    );
    const right = { ...odd, rev: '3', outstanding: 'false' };
    await office.as('secretary').click('council.save', right);
    const closing = await office.as('secretary').click('council.close', { session: sessionOne });
    assert.doesNotMatch(closing.text, /chưa thống nhất/);
  });

  it('is typed on a card that has the head’s opinion, what most vote, and the dossier with a way back', async () => {
    const opinion = {
      by: person('adviceHead'),
      at: '2026-11-25T02:00:00.000Z',
      kind: 'agree' as const,
      reason: 'Tốt.',
    };
    const office = await sitting();
    await dossier(office, person('an'), { opinion });
    await office.as('secretary').click('council.record', form);
    const { text, card } = await office
      .as('secretary')
      .click('council.case', { session: sessionOne, candidate: person('an') });
    assertGoodCard(card);
    assert.match(text, /Trưởng phòng Đỗ Ăn: đồng ý đề nghị khen thưởng\. Tốt\./);
    assert.match(JSON.stringify(card), /"id":"agree"[^}]*"value":"6"/);
    const read = actionsOf(card).find(({ verb }) => verb === 'dossier.read');
    const dossierCard = await office.as('secretary').click('dossier.read', read?.data);
    const back = actionsOf(dossierCard.card).find(({ verb }) => verb === 'council.case');
    assert.equal((await office.as('secretary').click('council.case', back?.data)).show.page, 'council.case');
    const member = await office.as('vice').click('council.session', { session: sessionOne });
    const opens = actionsOf(member.card).find(({ verb }) => verb === 'dossier.read');
    assert.equal((await office.as('vice').click('dossier.read', opens?.data)).show.page, 'dossier.read');
  });
});

import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, scope, textOf } from '../../support/office.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

const place = {
  kind: 'channel' as const,
  isPrivate: false,
  conversationId: '19:office',
  serviceUrl: 'http://127.0.0.1/',
  teamId: 't',
  channelName: 'HCNV',
  botId: '28:bot',
};

describe('tiến độ', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00', people: { officeHead: { locale: 'en' } } });
  });

  it('shows the office and the directors every department in numbers, names behind each', async () => {
    await assert.rejects(office.as('office').say('tiến độ'), { code: 'NO_ROUND' });
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'submitted' });
    for (const key of ['office', 'officeHead', 'director', 'vice']) {
      const { card, text } = await office.as(key).say('tien do');
      assertGoodCard(card);
      assert.match(text, key === 'officeHead' ? /Self-assessments finished: 1 of 5/ : /Tự đánh giá xong: 1\/5 người/);
      assert.doesNotMatch(text, /Nguyễn Văn An/);
      const opened = actionsOf(card).filter((a) => a.verb === 'progress.show');
      assert.deepEqual(
        opened.map((a) => a.data.department),
        [dept('lead'), dept('office'), dept('advice'), dept('insurance')],
      );
    }
    const names = await office.as('office').click('progress.show', { round, department: dept('advice') });
    assertGoodCard(names.card);
    assert.match(names.text, /Đã gửi, chờ ý kiến \(1\)\nNguyễn Văn An \(an\)/);
    assert.match(names.text, /Chưa bắt đầu \(4\)\nNguyễn Văn An \(an2\)\n – xong 0\/2 tiêu chuẩn/);
  });

  it('tells how long is left, and after the deadline that it is over', async () => {
    await seedRound(office);
    assert.match((await office.as('office').say('tiến độ')).text, /hết ngày 30\/11\/2026 \(còn 14 ngày\)/);
    office.set('2026-11-30T10:00:00');
    assert.match((await office.as('office').say('tiến độ')).text, /\(hôm nay\)/);
    office.set('2026-12-01T00:00:00');
    assert.match((await office.as('office').say('tiến độ')).text, /Đã hết hạn gửi hồ sơ \(/);
  });

  it('shows whoever leads a department that one only', async () => {
    await seedRound(office);
    for (const key of ['adviceHead', 'adviceDeputy']) {
      const answer = await office.as(key).say('tiến độ');
      assert.equal(answer.show.params.department, dept('advice'));
      assert.match(answer.text, /Chưa bắt đầu \(5\)/);
      assert.ok(!answer.text.includes('Các phòng'));
      await assert.rejects(office.as(key).click('progress.show', { round, department: dept('insurance') }), {
        code: 'PROGRESS_NOT_YOURS',
      });
      assert.equal(await office.as(key).page('progress.show', { round, department: dept('insurance') }), null);
      assert.equal(await office.as(key).page('progress.show', { round }), null);
    }
  });

  it('refuses staff, the council’s members and whoever speaks for an organisation', async () => {
    await seedRound(office);
    for (const key of ['an', 'thao', 'on']) {
      for (const department of ['', dept('advice'), dept('insurance')]) {
        await assert.rejects(office.as(key).click('progress.show', { round, department }), {
          code: 'PROGRESS_NOT_YOURS',
        });
        assert.equal(await office.as(key).page('progress.show', { round, department }), null);
      }
    }
  });

  it('shows a channel numbers only, and opens no names from there', async () => {
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'returned' });
    const shown = await office.channelPage('office', 'progress.show', { round });
    assert.ok(shown);
    assertGoodCard(shown.card);
    assert.deepEqual(actionsOf(shown.card), []);
    assert.doesNotMatch(textOf(shown.card), /Nguyễn|Đỗ|Trịnh|Niê|Võ/);
    assert.equal(await office.channelPage('office', 'progress.show', { round, department: dept('advice') }), null);
    await assert.rejects(office.as('office').say('tiến độ', place), { code: 'PERSONAL_ONLY' });
  });

  it('refuses a round and a department that are not there', async () => {
    await seedRound(office);
    await assert.rejects(office.as('office').click('progress.show', { round: 'annual-1999' }), { code: 'NO_ROUND' });
    assert.equal(await office.as('office').page('progress.show', { round, department: 'department:none' }), null);
    await assert.rejects(office.as('office').click('progress.show', { round: 7 }), { code: 'BAD_CARD' });
  });

  it('pages 300 people of one department by group, each once, under the size limit', async () => {
    await seedRound(office);
    const [like] = (await office.dump('person')).filter((d) => d.id === 'person:an2');
    assert.ok(like);
    const data = personRecord.schema.parse(like.data);
    for (let n = 0; n < 295; n++) {
      const fullName = `Tôn Nữ Hoàng Trường Phương Thảo Nguyên ${String(n).padStart(3, '0')}`;
      const id = `person:x${String(n).padStart(3, '0')}`;
      const copy = { ...data, fullName, aadObjectId: id, email: `${id}@example.vn` };
      await office.store.commit(scope.unit, [create(personRecord, scope, id, copy)]);
    }
    await seedDossier(office, 'an', { state: 'submitted' });
    const seen: string[] = [];
    for (let page = 0; page < 20; page++) {
      const shown = await office.as('adviceHead').page('progress.show', {
        round,
        department: dept('advice'),
        page: String(page),
      });
      assert.ok(shown);
      assertGoodCard(shown.card);
      seen.push(...(textOf(shown.card).match(/Nguyên \d{3}/g) ?? []));
      if (page === 0) assert.match(textOf(shown.card), /Chưa bắt đầu \(299\)/);
      if (page === 19) assert.match(textOf(shown.card), /Đã gửi, chờ ý kiến \(1\)[\s\S]*286–300 trên 300 người/);
    }
    assert.equal(new Set(seen).size, 295);
    assert.equal(seen.length, 295);
  });
});

import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, everyone, everyoneBut, type Office, openOffice, person } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { channel, connect, launch } from '../campaign/launching.ts';

/** An has something of each kind. */
async function withData(): Promise<Office> {
  const office = await openOffice({ now: '2026-11-13T09:00:00' });
  const spread = await launch(office);
  await connect(office, 'an');
  await office.runDue();
  await office.as('an').click('announce.acknowledge', { launch: spread });
  await seedRound(office);
  await seedDossier(office, 'an', { state: 'opined' });
  await office.as('an').click('question.ask', { text: 'Bản chính nộp ở đâu và trước ngày nào?' });
  return office;
}
const noOffice = everyoneBut('office', 'officeHead', 'secretary');

describe('dữ liệu của tôi', () => {
  it('tells everyone what is kept of them, why, by whom it is read, and that no period is set', async () => {
    const office = await withData();
    for (const key of everyone) {
      const { card, text, show } = await office.as(key).say('dữ liệu của tôi');
      assertGoodCard(card);
      assert.deepEqual(show.params, { person: person(key) });
      assert.match(text, /Thông tin nhân sự\n1\n/);
      assert.match(text, /chưa quy định thời hạn và căn cứ/);
    }
    assert.match((await office.as('an').say('du lieu cua toi')).text, /Thông tin nhân sự/);
  });

  it('counts what there is, and says nothing of what there is not', async () => {
    const office = await withData();
    const { text } = await office.as('an').say('dữ liệu của tôi');
    for (const line of ['Liên lạc trong Teams\n1', 'Tự đánh giá\n1', 'Hồ sơ đề nghị khen thưởng\n1'])
      assert.ok(text.includes(line), line);
    for (const line of ['Xác nhận đã đọc\n1', 'Câu hỏi và trả lời\n1', 'Tin trợ lý đã gửi\n1'])
      assert.ok(text.includes(line), line);
    assert.doesNotMatch(text, /Trả lời lời kêu gọi|Minh chứng\n|được giao cho ý kiến/);
    assert.match((await office.as('adviceHead').say('dữ liệu của tôi')).text, /Hồ sơ được giao cho ý kiến\n1/);
    assert.doesNotMatch((await office.as('on').say('dữ liệu của tôi')).text, /Tự đánh giá\n/);
  });

  it('leads to who has opened the evidence where there is any', async () => {
    const office = await withData();
    const looks = (card: unknown) => actionsOf(card).some(({ verb }) => verb === 'privacy.looks');
    assert.ok(!looks((await office.as('an').say('dữ liệu của tôi')).card));
    const other = await openOffice({ now: '2026-11-13T09:00:00' });
    await seedRound(other, { round });
    const link = { url: 'https://example.vn/bai', name: 'Bài viết', criterion: 'CN1', typed: 'yes' };
    await other.as('an').click('evidence.add', link);
    assert.ok(looks((await other.as('an').say('dữ liệu của tôi')).card));
  });

  it('is of nobody else, whatever a card says', async () => {
    const office = await withData();
    for (const who of noOffice.filter((key) => key !== 'an')) {
      const forged = office.as(who).click('privacy.show', { person: person('an') });
      assert.equal(await codeOf(forged), 'OFFICE_ONLY', who);
      assert.equal(await office.as(who).page('privacy.show', { person: person('an') }), null, who);
    }
    assert.match((await office.as('an').click('privacy.show', {})).text, /Tự đánh giá\n1/);
    for (const forged of ['person:none', 'department:advice', round])
      assert.equal(await codeOf(office.as('office').click('privacy.show', { person: forged })), 'NOTHING_TO_SHOW');
  });

  it('is read in English by whoever has chosen it', async () => {
    const office = await openOffice({ people: { an: { locale: 'en' } } });
    assert.match((await office.as('an').say('my data')).text, /What is kept, and why/);
  });
});

describe('dữ liệu cá nhân', () => {
  it('is for the office alone, and not in a channel', async () => {
    const office = await withData();
    for (const key of ['office', 'officeHead', 'secretary'])
      assert.equal((await office.as(key).say('dữ liệu cá nhân')).show.page, 'privacy.find');
    for (const key of noOffice) {
      assert.equal(await codeOf(office.as(key).say('dữ liệu cá nhân Đỗ Ăn')), 'OFFICE_ONLY', key);
      assert.equal(await codeOf(office.as(key).click('privacy.find', { query: 'an' })), 'OFFICE_ONLY', key);
      assert.equal(await office.as(key).page('privacy.find', { query: 'an' }), null, key);
    }
    assert.equal(await codeOf(office.as('office').say('dữ liệu cá nhân', channel('Văn phòng'))), 'PERSONAL_ONLY');
  });

  it('opens the one who is found, and lists several told apart', async () => {
    const office = await withData();
    const one = await office.as('office').say("dữ liệu cá nhân H'Hen");
    assert.deepEqual([one.show.page, one.show.params.person], ['privacy.show', person('hniê')]);
    assert.match(one.text, /H'Hen Niê/);
    const several = await office.as('office').say('du lieu ca nhan nguyen van');
    assertGoodCard(several.card);
    const rows = actionsOf(several.card).filter(({ verb }) => verb === 'privacy.show');
    assert.equal(rows.length, 2);
    assert.match(several.text, /Nguyễn Văn An \(an2?\)/);
    assert.match((await office.as('office').say('dữ liệu cá nhân zzz')).text, /Không có ai có “zzz”/);
  });

  it('finds whoever has left', async () => {
    const office = await openOffice({ people: { an2: { fullName: 'Bùi Thị Đã Nghỉ', status: 'left' } } });
    assert.match((await office.as('office').say('dữ liệu cá nhân đã nghỉ')).text, /Bùi Thị Đã Nghỉ/);
  });
});

import assert from 'node:assert/strict';
import { nominationId } from '../../../src/records/nomination.ts';
import { actionsOf, dept, type Office, openOffice } from '../../support/office.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('hồ sơ tập thể', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00', people: { vice: { roles: ['deputy'] } } });
    await seedRound(office);
  });

  for (const who of ['adviceHead', 'adviceDeputy']) {
    it(`leads ${who} to the department’s dossier, evidence, meeting and people`, async () => {
      const { card, text } = await office.as(who).say('hồ sơ tập thể');
      assert.match(text, /Phòng Tư vấn – Giới thiệu việc làm\nHạn gửi hồ sơ: hết ngày 30\/11\/2026\nChưa lập hồ sơ/);
      const ids = { round, candidate: dept('advice') };
      const actions = actionsOf(card);
      assert.deepEqual(actions.find((a) => a.verb === 'assess.open')?.data, { ...ids, criterion: 'TT1' });
      for (const verb of ['evidence.list', 'dossier.show'])
        assert.deepEqual(actions.find((a) => a.verb === verb)?.data, ids);
      for (const verb of ['meeting.record', 'collective.members'])
        assert.deepEqual(actions.find((a) => a.verb === verb)?.data, { round });
    });
  }

  it('its buttons open pages', async () => {
    const { card } = await office.as('adviceHead').say('collective');
    for (const { verb, data } of actionsOf(card)) await office.as('adviceHead').click(verb, data);
  });

  it('counts the department alone and names who stands where', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    await seedDossier(office, 'an2', { without: ['CN2'], wish: 'undecided' });
    await seedDossier(office, 'hniê', { wish: 'declines' });
    await seedDossier(office, 'thao', { state: 'submitted' });
    const { text } = await office.as('adviceHead').say('hồ sơ tập thể');
    assert.match(text, /Đã gửi 1\/1 hồ sơ/);
    assert.match(text, /Tổng số cá nhân\n5\n/);
    assert.match(text, /Chưa bắt đầu\n2\nĐang tự đánh giá\n1\nĐã gửi, chờ ý kiến\n1\nKhông đề nghị xét\n1\n/);
    const { text: members } = await office.as('adviceHead').click('collective.members', { round });
    assert.match(members, /Nguyễn Văn An \(an\)\nĐã đánh giá 2\/2 tiêu chuẩn\nĐã gửi, chờ ý kiến/);
    assert.match(members, /Nguyễn Văn An \(an2\)\nĐã đánh giá 1\/2 tiêu chuẩn\nĐang tự đánh giá/);
    assert.match(members, /H'Hen Niê\nĐã đánh giá 2\/2 tiêu chuẩn\nKhông đề nghị xét/);
    assert.doesNotMatch(members, /Thảo Nguyên/);
  });

  it('is kept in step with the department’s dossier and meeting', async () => {
    const page = await office.as('adviceHead').page('collective.show', { round });
    const subject = nominationId(round, dept('advice'));
    assert.equal(page?.subject, subject);
    const held = { heldOn: '2026-11-10', present: '2', total: '5', chair: 'A', secretary: 'B', notes: '' };
    await office.as('adviceHead').click('meeting.record', { round, rev: '0', ...held });
    const refreshed = (await office.dump('refresh')).map((d) => (d.data as { subject: string }).subject);
    assert.deepEqual(refreshed, [subject]);
  });

  for (const who of ['an', 'office', 'director']) {
    it(`is not for ${who}`, async () => {
      await assert.rejects(office.as(who).say('hồ sơ tập thể'), { code: 'NOT_HEAD' });
      await assert.rejects(office.as(who).click('collective.show', { round }), { code: 'NOT_HEAD' });
      assert.equal(await office.as(who).page('collective.members', { round }), null);
      assert.equal(await office.as(who).page('review.meeting', { round }), null);
    });
  }

  it('the leadership is no collective', () =>
    assert.rejects(office.as('vice').say('hồ sơ tập thể'), { code: 'NOT_COLLECTIVE' }));

  it('is not shown in a channel', async () => {
    for (const page of ['collective.show', 'collective.members', 'review.meeting', 'review.people'])
      assert.equal(await office.channelPage('office', page, { round }), null);
  });

  it('before a round is open says so', async () => {
    const early = await openOffice();
    await assert.rejects(early.as('adviceHead').say('hồ sơ tập thể'), { code: 'NO_ROUND' });
    await assert.rejects(early.as('adviceHead').say('xác nhận'), { code: 'NO_ROUND' });
  });
});

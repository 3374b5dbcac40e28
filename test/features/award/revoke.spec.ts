import assert from 'node:assert/strict';
import {
  afterCouncil,
  confirmation,
  decisionOne,
  forwarded,
  id,
  published,
  recorded,
  revOf,
  revocationAsked,
  revoked,
} from '../../support/after-council.ts';
import { nomination, nominationOf, round } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, person, textOf } from '../../support/office.ts';

const code = (expected: string) => (error: { code?: string }) => error.code === expected;
const state = async (office: Office, key: string) => (await nominationOf(office, person(key))).state;
const channel = async (office: Office) =>
  textOf((await office.as('an').page('results.channel', { decision: decisionOne }))?.card);
const told = async (office: Office, kind: string) => (await office.owed(kind)).map((o) => o.to).sort();

describe('revoking an award', () => {
  it('goes the way of the decision: asked for, agreed to, signed; only then is anything taken back or told', async () => {
    const office = await afterCouncil();
    await published(office);
    const decision = await revocationAsked(office, id('an'));
    assert.equal(await state(office, 'an'), 'awarded');
    assert.deepEqual(await told(office, 'decide.revocation'), ['director']);
    assert.match((await office.as('director').say('việc của tôi')).text, /hủy bỏ/);
    await assert.rejects(
      office.as('office').click('decide.record', { decision, rev: '1', number: '9', issuedOn: '2026-12-12' }),
      code('NOTHING_TO_SHOW'),
    );
    const shown = await office.as('director').click('decide.decision', { decision });
    assertGoodCard(shown.card);
    assert.match(shown.text, /Kê khai không trung thực/);
    const data = await confirmation(office, 'director', 'decide.agreeRevocation', { decision, rev: '1' });
    await office.as('director').click('decide.agreeRevocation', data);
    await office.as('director').click('decide.agreeRevocation', data);
    assert.equal(await state(office, 'an'), 'awarded');
    assert.equal((await office.owed('results.revoked')).length, 0);
    assertGoodCard((await office.as('office').click('decide.paper', { decision })).card);
    const paper = { decision, rev: '2', number: '09/QĐ-DVVLKH', issuedOn: '2026-12-12' };
    await office.as('office').click('decide.record', paper);
    await office.as('office').click('decide.record', paper);
    assert.equal(await state(office, 'an'), 'revoked');
    assert.deepEqual(await told(office, 'results.revoked'), ['an']);
    assert.deepEqual(await told(office, 'decide.revoked'), ['director']);
    assert.equal((await office.owed('results.amended')).length, 1);
    const notice = await office.as('an').page('results.revoked', { decision });
    assert.match(textOf(notice?.card), /Quyết định số 09\/QĐ-DVVLKH[\s\S]*Lý do: Kê khai không trung thực\./);
    assert.equal(await office.as('on').page('results.revoked', { decision }), null);
  });

  it('marks the channel’s list as amended, without a name, and counts anew wherever the award counted', async () => {
    const office = await afterCouncil();
    await published(office);
    const before = (await office.as('office').click('decide.decision', { decision: decisionOne })).text;
    assert.match(before, /Cá nhân: 2 × /);
    const decision = await revoked(office, id('an'));
    const list = await channel(office);
    assert.doesNotMatch(list, /Nguyễn Văn An/);
    assert.match(list, /đã được sửa đổi theo Quyết định hủy bỏ số 09\/QĐ-DVVLKH ngày 12\/12\/2026/);
    assert.match(list, /01 tập thể, 01 cá nhân/);
    const post = textOf((await office.as('an').page('results.amended', { decision }))?.card);
    assert.match(post, /Danh sách hiện hành: 01 tập thể, 01 cá nhân/);
    assert.doesNotMatch(post, /Nguyễn Văn An/);
    const after = await office.as('office').click('decide.decision', { decision: decisionOne });
    assertGoodCard(after.card);
    assert.match(after.text, /Cá nhân: 1 × /);
    assert.match((await office.as('office').say('quyết định')).text, /2 hồ sơ, đã hủy bỏ 1/);
    assert.doesNotMatch((await office.as('hniê').say('kết quả')).text, /Nguyễn Văn An/);
  });

  it('is nothing that one person, a forged card or a card of an earlier release can do', async () => {
    const office = await afterCouncil();
    await published(office);
    const rev = await revOf(office, id('an'));
    const whole = { nomination: id('an'), rev, reason: 'Sai', number: '9', issuedOn: '2026-12-12', confirm: 'yes' };
    for (const key of ['director', 'an', 'vice', 'adviceHead'])
      await assert.rejects(office.as(key).click('decide.revoke', whole), code('DECIDE_OFFICE_ONLY'));
    const { show } = await office.as('office').click('decide.revoke', whole);
    const decision = show.params.decision ?? '';
    assert.equal(await state(office, 'an'), 'awarded');
    for (const key of ['office', 'officeHead', 'an', 'vice', 'secretary']) {
      const agree = { decision, rev: '1', confirm: 'yes' };
      await assert.rejects(office.as(key).click('decide.agreeRevocation', agree), code('DECIDE_REVOCATION_ONLY'));
      await assert.rejects(
        office.as(key).click('decide.refuseRevocation', { decision, rev: '1', reason: 'x' }),
        code('DECIDE_REVOCATION_ONLY'),
      );
    }
    for (const [verb, data] of [
      ['decide.agreeRevocation', { decision: decisionOne, rev: '1', confirm: 'yes' }],
      ['decide.refuseRevocation', { decision: 'decision:x', rev: '1', reason: 'x' }],
    ] as const) {
      await assert.rejects(office.as('director').click(verb, data), code('NOTHING_TO_SHOW'));
    }
    // Asked for once; a second request finds the first.
    await office.as('office').click('decide.revoke', whole);
    await assert.rejects(office.as('officeHead').click('decide.revoke', whole), code('ALREADY_DONE'));
    assert.equal((await office.dump('decision')).length, 2);
    assert.equal((await office.owed('results.revoked')).length, 0);
  });

  it('is not agreed to by whoever asked for it, nor by whom it concerns: the director’s own case is the vice-chair’s', async () => {
    const office = await afterCouncil({ people: { director: { roles: ['director', 'office', 'councilChair'] } } });
    await published(office);
    const asked = { nomination: id('an'), rev: await revOf(office, id('an')), reason: 'Sai', confirm: 'yes' };
    const { show } = await office.as('director').click('decide.revoke', asked);
    const decision = show.params.decision ?? '';
    await assert.rejects(
      office.as('director').click('decide.agreeRevocation', { decision, rev: '1', confirm: 'yes' }),
      code('DECIDE_REVOCATION_ONLY'),
    );
    const other = await afterCouncil();
    await forwarded(other);
    const answer = { rev: '2', result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-12' };
    await other.as('office').click('decide.answer', { nomination: id('director'), ...answer });
    const own = await revocationAsked(other, id('director'));
    assert.deepEqual(await told(other, 'decide.revocation'), ['vice']);
    await assert.rejects(
      other.as('director').click('decide.agreeRevocation', { decision: own, rev: '1', confirm: 'yes' }),
      code('DECIDE_REVOCATION_ONLY'),
    );
    assert.match((await other.as('vice').say('việc của tôi')).text, /hủy bỏ/);
    const data = await confirmation(other, 'vice', 'decide.agreeRevocation', { decision: own, rev: '1' });
    assert.match((await other.as('vice').click('decide.agreeRevocation', data)).text, /Đã ghi nhận đồng ý hủy bỏ/);
  });

  it('comes to nothing when the director does not agree, with a reason; the award stands', async () => {
    const office = await afterCouncil();
    await published(office);
    const decision = await revocationAsked(office, id('an'));
    const form = await office.as('director').click('decide.ask', { ask: 'refuseRevocation', id: decision });
    assertGoodCard(form.card);
    const refuse = { decision, rev: '1', reason: '' };
    await assert.rejects(office.as('director').click('decide.refuseRevocation', refuse), code('DECIDE_REASON'));
    const said = { ...refuse, reason: 'Chưa đủ căn cứ' };
    await office.as('director').click('decide.refuseRevocation', said);
    const { text } = await office.as('director').click('decide.refuseRevocation', said);
    assert.match(text, /Chưa đủ căn cứ/);
    assert.equal(await state(office, 'an'), 'awarded');
    await assert.rejects(
      office.as('office').click('decide.record', { decision, rev: '2', number: '9', issuedOn: '2026-12-12' }),
      code('NOTHING_TO_SHOW'),
    );
    // It can be asked for again, with better grounds.
    assert.notEqual(await revocationAsked(office, id('an')), decision);
  });

  it('tells a department’s head and deputies, and nobody but the director when the award was never published', async () => {
    const office = await afterCouncil();
    await published(office);
    await revoked(office, nomination(dept('advice')));
    assert.deepEqual(await told(office, 'results.revoked'), ['adviceDeputy', 'adviceHead']);
    const silent = await afterCouncil();
    await recorded(silent);
    await revoked(silent, id('an'));
    assert.equal((await silent.owed('results.revoked')).length, 0);
    assert.equal((await silent.owed('results.amended')).length, 0);
    assert.deepEqual(await told(silent, 'decide.revoked'), ['director']);
  });

  it('refuses a request without a reason, of a stale card, another state, nobody, or the own award', async () => {
    const office = await afterCouncil({ people: { an: { roles: ['staff', 'office'] } } });
    await published(office);
    const request = { nomination: id('an'), rev: await revOf(office, id('an')), reason: 'Sai', confirm: 'yes' };
    for (const [change, expected] of [
      [{ reason: '' }, 'DECIDE_REASON'],
      [{ reason: 'x'.repeat(1_001) }, 'TOO_LONG'],
      [{ rev: '1' }, 'ALREADY_DONE'],
      [{ nomination: id('on') }, 'WRONG_STATE'],
      [{ nomination: id('hniê') }, 'NOTHING_TO_SHOW'],
    ] as const) {
      await assert.rejects(office.as('office').click('decide.revoke', { ...request, ...change }), code(expected));
    }
    await assert.rejects(office.as('an').click('decide.revoke', request), code('DECIDE_OWN_ANSWER'));
    assert.equal((await office.dump('decision')).length, 1);
  });

  it('is an action of its own, named so, on the case that a name opens', async () => {
    const office = await afterCouncil();
    await published(office);
    const { card } = await office.as('office').click('decide.decision', { decision: decisionOne });
    const rows = actionsOf(card).filter(({ data }) => data.nomination === id('an'));
    assert.deepEqual([...new Set(rows.map(({ verb }) => verb))], ['decide.case']);
    const opened = await office.as('office').click('decide.case', { nomination: id('an') });
    assertGoodCard(opened.card);
    assert.match(opened.text, /Được tặng Giấy khen[\s\S]*Đề nghị hủy bỏ quyết định/);
    const old = await office.as('office').click('decide.revocation', { nomination: id('an') });
    assert.equal(old.show.page, 'decide.case');
    const director = await office.as('director').click('decide.case', { nomination: id('an') });
    assert.doesNotMatch(director.text, /Đề nghị hủy bỏ/);
    await assert.rejects(office.as('an').click('decide.case', { nomination: id('an') }), code('DECIDE_ONLY'));
    assert.equal((await office.as('office').click('decide.show', { round })).show.page, 'decide.show');
  });
});

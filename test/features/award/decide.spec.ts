import assert from 'node:assert/strict';
import {
  afterCouncil,
  agreed,
  confirmation,
  decisionOne,
  forwarded,
  id,
  paper,
  reason,
  recommended,
  recorded,
  recording,
  submission,
} from '../../support/after-council.ts';
import { crowd, nomination, nominationOf, round } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { cutOff } from '../../support/cut-off.ts';
import { actionsOf, dept, type Office, person } from '../../support/office.ts';

const code = (expected: string) => (error: { code?: string }) => error.code === expected;
const state = async (office: Office, candidate: string) => (await nominationOf(office, candidate)).state;
const agree = { round, level: 'unit' };

describe('agreeing to the content of a decision', () => {
  it('shows what the council recommended, its figures and the bonus with its basis; the director’s own case goes upwards', async () => {
    const office = await afterCouncil();
    const { text, card } = await office.as('director').say('quyết định');
    assertGoodCard(card);
    assert.match(text, /Tán thành 5, không tán thành 0: 5\/6 thành viên, tỷ lệ 83,33%/);
    assert.match(text, /Trần Quốc Khánh\n[^\n]*\nTrình cấp trên/);
    const confirm = await office.as('director').click('decide.agree', agree);
    assert.match(confirm.text, /trước khi ký: [^\n]*Chỉ thị số 14\/CT-UBND/);
    assertGoodCard(confirm.card);
    assert.match(confirm.text, /tặng Giấy khen cho 01 tập thể, 02 cá nhân/);
    assert.match(confirm.text, /2 × 760\.000 đồng = 1\.520\.000 đồng \(hệ số 0,3 × mức lương cơ sở 2\.530\.000 đồng/);
    assert.match(confirm.text, /không thay chữ ký/);
    assert.doesNotMatch(confirm.text, /Trần Quốc Khánh|Bằng khen/);
    assert.equal((await office.dump('decision')).length, 0);
  });

  it('says that the bonus is not entered when the plan has no figures for the day', async () => {
    const office = await afterCouncil({
      plan: (plan) => ({
        ...plan,
        settings: {
          ...plan.settings,
          bonus: { ...plan.settings.bonus, baseSalary: [{ from: '2030-01-01', value: 1, source: '' }] },
        },
      }),
    });
    assert.match((await office.as('director').click('decide.agree', agree)).text, /Cá nhân: mức tiền thưởng chưa nhập/);
  });

  it('makes one decision without number and date, asks the office for them, and keeps the director’s own case out', async () => {
    const office = await afterCouncil();
    await agreed(office);
    const [decision] = await office.dump('decision');
    const data = decision?.data as { nominations: string[]; number: string; agreed: { by: string } };
    assert.deepEqual(
      [...data.nominations].sort(),
      [dept('advice'), person('adviceHead'), person('an')].map(nomination).sort(),
    );
    assert.equal(data.number, '');
    assert.equal(data.agreed.by, person('director'));
    await office.runDue();
    assert.deepEqual((await office.owed('decide.office')).map((o) => o.to).sort(), [
      'office',
      'officeHead',
      'secretary',
    ]);
    assert.equal(await state(office, person('an')), 'recommended');
  });

  it('takes a double click as one, and refuses a card drawn before the list changed', async () => {
    const office = await afterCouncil();
    const data = await confirmation(office, 'director', 'decide.agree', agree);
    await office.as('director').click('decide.agree', data);
    const again = await office.as('director').click('decide.agree', data);
    assert.match(again.text, /Đã ghi nhận Giám đốc đồng ý nội dung, 3 hồ sơ/);
    assert.equal((await office.dump('decision')).length, 1);
    await crowd(office, 1, recommended());
    await assert.rejects(
      office.as('director').click('decide.agree', { ...agree, rev: 'x', confirm: 'yes' }),
      code('ALREADY_DONE'),
    );
    await agreed(office);
    assert.equal((await office.dump('decision')).length, 2);
    await assert.rejects(office.as('director').click('decide.agree', agree), code('DECIDE_NOTHING'));
  });

  it('two clicks at once make one decision', async () => {
    const office = await afterCouncil();
    const data = await confirmation(office, 'director', 'decide.agree', agree);
    await Promise.all([
      office.as('director').click('decide.agree', data),
      office.as('director').click('decide.agree', data),
    ]);
    assert.equal((await office.dump('decision')).length, 1);
  });

  it('is the director’s alone; others of the unit do not even see it', async () => {
    const office = await afterCouncil();
    for (const key of ['vice', 'office', 'secretary', 'an']) {
      await assert.rejects(office.as(key).click('decide.agree', agree), code('DECIDE_DIRECTOR_ONLY'));
    }
    await assert.rejects(office.as('director').click('decide.agree', { round, level: 'so' }), code('BAD_CARD'));
    for (const key of ['an', 'adviceHead', 'insuranceHead']) {
      await assert.rejects(office.as(key).say('quyết định'), code('DECIDE_ONLY'));
      assert.equal(await office.as(key).page('decide.show', { round }), null);
    }
  });

  it('leaves out what an open session has recommended so far', async () => {
    const office = await afterCouncil();
    await crowd(office, 1, {
      ...recommended(),
      council: { session: 'session:annual-2026:2', level: 'unit', agree: 6, disagree: 0, note: '', outstanding: null },
    });
    const { text } = await office.as('director').click('decide.agree', agree);
    assert.match(text, /01 tập thể, 02 cá nhân/);
  });
});

describe('sending to the parent department', () => {
  it('is done by the director for others, and by the office for the director', async () => {
    const office = await afterCouncil();
    const mine = await confirmation(office, 'director', 'decide.forward', { round });
    await office.as('director').click('decide.forward', { ...mine, ...submission });
    assert.equal(await state(office, person('thao')), 'forwarded');
    assert.equal(await state(office, person('director')), 'recommended');
    await assert.rejects(office.as('director').click('decide.forward', { round }), code('DECIDE_OWN_CASE'));
    const rest = await confirmation(office, 'office', 'decide.forward', { round });
    await office.as('office').click('decide.forward', { ...rest, ...submission, number: '22/TTr-DVVLKH' });
    assert.equal(await state(office, person('director')), 'forwarded');
    assert.equal((await nominationOf(office, person('director'))).council?.level, 'so');
    await assert.rejects(office.as('office').click('decide.forward', { round }), code('DECIDE_NOTHING'));
  });

  it('changes nothing the second time, and is nobody else’s', async () => {
    const office = await afterCouncil();
    const data = { ...(await confirmation(office, 'office', 'decide.forward', { round })), ...submission };
    await office.as('office').click('decide.forward', data);
    const before = await office.dump('nomination');
    assert.match((await office.as('office').click('decide.forward', data)).text, /đã được ghi nhận trình/);
    await assert.rejects(office.as('director').click('decide.forward', data), code('ALREADY_DONE'));
    assert.deepEqual(await office.dump('nomination'), before);
    for (const key of ['vice', 'an'])
      await assert.rejects(office.as(key).click('decide.forward', data), code('DECIDE_ONLY'));
  });

  it('keeps awards of one paper in one decision, and tells a refusal at once without figures', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    const answer = { rev: '2', result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-12' };
    await office.as('office').click('decide.answer', { nomination: id('thao'), ...answer });
    await office.as('office').click('decide.answer', { nomination: id('thao'), ...answer });
    await office.as('office').click('decide.answer', { nomination: id('director'), ...answer });
    const [decision, ...others] = await office.dump('decision');
    assert.equal(others.length, 0);
    const data = decision?.data as { level: string; nominations: string[]; agreed: null };
    assert.deepEqual([data.level, data.agreed, data.nominations], ['so', null, [id('thao'), id('director')]]);
    assert.equal(await state(office, person('thao')), 'awarded');
    assert.equal((await office.owed('results')).length, 0);
  });

  it('refuses an answer without number, with a day to come, without reason, without result, of the own dossier, or by others', async () => {
    const office = await afterCouncil();
    await crowd(office, 0);
    await forwarded(office);
    const answer = {
      nomination: id('thao'),
      rev: '2',
      result: 'awarded',
      number: '77',
      issuedOn: '2026-12-12',
      reason: '',
    };
    for (const [change, expected] of [
      [{ number: ' ' }, 'DECIDE_NUMBER'],
      [{ issuedOn: '2026-12-13' }, 'DECIDE_DATE'],
      [{ result: 'declined' }, 'DECIDE_REASON'],
      [{ result: '' }, 'DECIDE_RESULT'],
      [{ rev: '1' }, 'ALREADY_DONE'],
    ] as const) {
      await assert.rejects(office.as('office').click('decide.answer', { ...answer, ...change }), code(expected));
    }
    for (const key of ['director', 'an']) {
      await assert.rejects(office.as(key).click('decide.answer', answer), code('DECIDE_OFFICE_ONLY'));
    }
    assert.equal(await state(office, person('thao')), 'forwarded');
    const declined = { ...answer, result: 'declined', reason: 'Đã đủ số lượng' };
    const sure = await confirmation(office, 'office', 'decide.answer', declined);
    assert.equal(await state(office, person('thao')), 'forwarded');
    assert.equal((await office.owed('results')).length, 0);
    await office.as('office').click('decide.answer', sure);
    await office.as('office').click('decide.answer', sure);
    assert.equal(await state(office, person('thao')), 'declinedBySo');
    assert.deepEqual(
      (await office.owed('results')).map((o) => o.to),
      ['thao'],
    );
    const notice = await office.as('thao').page('results.declined', { nomination: id('thao') });
    assert.match(JSON.stringify(notice?.card), /Lý do: Đã đủ số lượng\. /);
    assert.equal(await office.as('an').page('results.declined', { nomination: id('thao') }), null);
  });

  it('does not let the office answer on a dossier of its own', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    const doc = (await office.dump('nomination')).find((d) => d.id === id('thao'));
    assert.ok(doc);
    const stored = await office.store.get('test-unit', doc.id);
    assert.ok(stored);
    const mine = { ...(doc.data as object), candidate: { kind: 'person', id: person('office') } };
    await office.store.commit('test-unit', [
      { op: 'replace', doc: { ...doc, rev: doc.rev + 1, data: mine }, etag: stored.etag },
    ]);
    const answer = { nomination: doc.id, rev: '3', result: 'awarded', number: '77', issuedOn: '2026-12-12' };
    await assert.rejects(office.as('office').click('decide.answer', answer), code('DECIDE_OWN_ANSWER'));
    assert.equal(await office.as('office').page('decide.reply', { nomination: doc.id }), null);
    await office.as('secretary').click('decide.answer', answer);
  });
});

describe('a sending to the parent department that is cut off', () => {
  it('is told to everyone it names, and finished by the next with the same paper', async () => {
    for (const dies of [1, 2, 3]) {
      const office = await afterCouncil();
      await crowd(office, 60, recommended('so'));
      const data = { ...(await confirmation(office, 'office', 'decide.forward', { round })), ...submission };
      await cutOff(office, dies, () => office.as('office').click('decide.forward', data));
      if (dies < 3) {
        const rest = { ...(await confirmation(office, 'office', 'decide.forward', { round })), ...submission };
        await office.as('office').click('decide.forward', rest);
      }
      const sent = await office.dump('submission');
      assert.deepEqual(
        sent.map((doc) => (doc.data as { nominations: string[] }).nominations.length),
        [62],
      );
      await office.runDue();
      assert.equal((await office.owed('results.forwarded')).length, 62);
    }
  }).timeout(20_000);
});

describe('recording the signed paper', () => {
  it('awards what the decision names and declines what the council did not recommend, each with its reason', async () => {
    const office = await afterCouncil();
    await agreed(office);
    const form = await office.as('office').click('decide.paper', { decision: decisionOne });
    assertGoodCard(form.card);
    assert.match(form.text, /01 cá nhân Hội đồng chưa đề nghị/);
    await office.as('office').click('decide.record', recording());
    for (const candidate of [dept('advice'), person('adviceHead'), person('an')]) {
      assert.equal(await state(office, candidate), 'awarded');
      assert.equal((await nominationOf(office, candidate)).decision, decisionOne);
    }
    const declined = await nominationOf(office, person('on'));
    assert.deepEqual([declined.state, declined.declineReason], ['declined', reason]);
    assert.equal(await state(office, person('thao')), 'recommended');
    assert.equal((await office.owed()).filter((o) => o.data.kind.startsWith('results')).length, 0);
  });

  for (const [name, change, expected] of [
    ['no number', { number: '  ' }, 'DECIDE_NUMBER'],
    ['a number that is too long', { number: '5'.repeat(61) }, 'TOO_LONG'],
    ['a day to come', { issuedOn: '2026-12-13' }, 'DECIDE_DATE'],
    ['a day before the round', { issuedOn: '2026-09-01' }, 'DECIDE_DATE'],
    ['no day', { issuedOn: '' }, 'DECIDE_DATE'],
    ['no reason for those declined', { declineReason: ' ' }, 'DECIDE_REASON'],
    ['too long a reason', { declineReason: 'ă'.repeat(1_001) }, 'TOO_LONG'],
    ['a stale card', { rev: '7' }, 'ALREADY_DONE'],
  ] as const) {
    it(`refuses ${name} and changes nothing`, async () => {
      const office = await afterCouncil();
      await agreed(office);
      await assert.rejects(office.as('office').click('decide.record', recording(change)), code(expected));
      assert.equal(await state(office, person('an')), 'recommended');
      assert.equal(await state(office, person('on')), 'notRecommended');
    });
  }

  it('is the office’s, of a decision that exists and that the director agreed to', async () => {
    const office = await afterCouncil();
    await assert.rejects(office.as('office').click('decide.record', recording()), code('NOTHING_TO_SHOW'));
    await agreed(office);
    for (const key of ['director', 'adviceHead', 'an']) {
      await assert.rejects(office.as(key).click('decide.record', recording()), code('DECIDE_OFFICE_ONLY'));
    }
    await assert.rejects(
      office.as('office').click('decide.record', recording({ decision: 'person:an' })),
      code('NOTHING_TO_SHOW'),
    );
    await assert.rejects(office.as('office').click('decide.record', recording({ decision: 'a/b' })), code('BAD_CARD'));
  });

  it('takes a double click as one, and another number as too late', async () => {
    const office = await afterCouncil();
    await recorded(office);
    const before = [await office.dump('nomination'), await office.dump('decision')];
    await office.as('office').click('decide.record', recording());
    await assert.rejects(office.as('office').click('decide.record', recording({ number: '06' })), code('ALREADY_DONE'));
    assert.deepEqual([await office.dump('nomination'), await office.dump('decision')], before);
  });

  it('moves ninety dossiers in steps; a run cut off after any step is finished by the next', async () => {
    for (const dies of [1, 2, 3, 4]) {
      const office = await afterCouncil();
      await crowd(office, 90, recommended());
      await agreed(office);
      await cutOff(office, dies, () => office.as('office').click('decide.record', recording()));
      await office.as('office').click('decide.record', recording());
      const states = (await office.dump('nomination')).map((doc) => doc.index.state);
      assert.equal(states.filter((s) => s === `${round}:awarded`).length, 93);
      assert.equal(states.filter((s) => s === `${round}:declined`).length, 1);
      const [decision] = await office.dump('decision');
      assert.equal(decision && (decision.data as { number: string }).number, paper.number);
    }
  }).timeout(20_000);

  it('passes over a dossier put on hold meanwhile; resumed, it waits for another decision', async () => {
    const office = await afterCouncil();
    await agreed(office);
    const set = async (to: string) => {
      const stored = await office.store.get('test-unit', id('an'));
      assert.ok(stored);
      const doc = {
        ...stored.doc,
        rev: stored.doc.rev + 1,
        data: { ...(stored.doc.data as object), state: to },
        index: { ...stored.doc.index, state: `${round}:${to}` },
      };
      await office.store.commit('test-unit', [{ op: 'replace', doc, etag: stored.etag }]);
    };
    await set('onHold');
    await office.as('office').click('decide.record', recording());
    assert.equal(await state(office, person('an')), 'onHold');
    await set('recommended');
    assert.match((await office.as('director').click('decide.agree', agree)).text, /tặng Giấy khen cho 01 cá nhân/);
  });

  for (const locale of ['vi', 'en'] as const) {
    it(`draws good cards for sixty candidates (${locale})`, async () => {
      const office = await afterCouncil({ people: { office: { locale }, director: { locale } } });
      await crowd(office, 60, recommended());
      assertGoodCard((await office.as('director').say('decide')).card);
      assertGoodCard((await office.as('director').click('decide.agree', agree)).card);
      await agreed(office);
      assertGoodCard((await office.as('office').click('decide.show', { round, page: '1' })).card);
      assertGoodCard((await office.as('office').click('decide.paper', { decision: decisionOne })).card);
      const { card } = await office.as('office').click('decide.record', recording());
      assertGoodCard(card);
      assert.ok(actionsOf(card).some((a) => a.verb === 'publish.results'));
      await forwarded(office);
      assertGoodCard((await office.as('office').click('decide.waiting', { round })).card);
      assertGoodCard((await office.as('office').click('decide.reply', { nomination: id('thao') })).card);
    });
  }
});

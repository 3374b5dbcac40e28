import assert from 'node:assert/strict';
import { paperDossierId } from '../../../src/records/paper-dossier.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { connect } from '../campaign/launching.ts';
import { press } from '../roster/one/a-person.ts';

const pdf = new TextEncoder().encode('%PDF-1.4\n%scan\n%%EOF');
const answers = { 'rating-CN1': 'met', 'words-CN1': 'Đã làm tốt', 'rating-CN2': 'met', 'words-CN2': 'Hoàn thành' };
const an = { round, candidate: person('an') };
const id = `nomination:${round}:${person('an')}`;

describe('a dossier that is entered from a signed paper', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-20T09:00:00' });
    await seedRound(office);
  });
  afterEach(() => office.store.close());
  const paperOf = async (key: string) => {
    const stored = await office.store.get(scope.unit, paperDossierId(round, person(key)));
    return stored?.doc.data as Record<string, unknown> | undefined;
  };
  const take = (receivedOn: string, who = 'office', key = 'an') =>
    office.as(who).click('paper.take', { round, candidate: person(key), receivedOn, confirm: 'yes' });
  async function fill(who = 'office') {
    const card = (await office.as(who).page('assess.sheet', an))?.card;
    return press(office, card, 'assess.sheet', { ...answers, level: 'unit' }, who);
  }
  async function send(who = 'office') {
    const confirm = await office.as(who).click('nomination.submit', an);
    return press(office, confirm.card, 'nomination.submit', {}, who);
  }

  it('goes from the counter to the head by clicks, in both names, with the scan and the day of receipt', async () => {
    const found = await office.as('office').say('bản giấy an');
    assertGoodCard(found.card);
    const row = actionsOf(found.card).find(({ data }) => data.candidate === person('an'));
    const form = await office.as('office').click('paper.take', row?.data);
    assertGoodCard(form.card);
    assert.match(form.text, /Bản giấy được tính là bản chính/);
    const begun = await press(office, form.card, 'paper.take', { receivedOn: '2026-11-19' });
    assertGoodCard(begun.card);
    assert.match(begun.text, /Nhập từ bản giấy đã ký, nhận ngày 19\/11\/2026/);
    assert.deepEqual(await paperOf('an'), {
      ...an,
      candidate: { kind: 'person', id: person('an') },
      ...{ receivedOn: '2026-11-19', isAtOffice: true, gaveTime: false },
      entered: { by: person('office'), at: instant('2026-11-20T09:00:00') },
    });
    await fill();
    assert.equal((await wayBack(office.as('office').click('nomination.submit', an))).code, 'SCAN_MISSING');
    assert.match((await office.as('office').say('việc của tôi')).text, /Hồ sơ đang nhập từ bản giấy, chưa gửi: 1/);
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    const confirm = await office.as('office').click('nomination.submit', an);
    assertGoodCard(confirm.card);
    assert.match(confirm.text, /trừ khi người đề nghị rút hồ sơ[\s\S]*Đã nhận bản chính ngày 19\/11\/2026/);
    const sent = await send();
    assert.match(sent.text, /Người nhập: .*Lê Thị Thu Hà/);
    assert.deepEqual((await office.owed('receipt')).map(({ to }) => to).sort(), ['an', 'office']);
    const { data } = await nominationOf(office, id);
    assert.deepEqual(
      [data.state, data.submitted?.by, data.late, data.originalReceivedOn, data.snapshot?.name],
      ['submitted', person('office'), null, '2026-11-19', 'Nguyễn Văn An'],
    );
    const read = await office.as('adviceHead').click('review.open', { nomination: id });
    assertGoodCard(read.card);
    assert.match(read.text, /Nhập từ bản giấy đã ký, nhận ngày 19\/11\/2026/);
    assert.doesNotMatch((await office.as('office').say('việc của tôi')).text, /đang nhập từ bản giấy/);
    for (const [who, verb, data] of [
      ['office', 'intake.open', { nomination: id }],
      ['adviceHead', 'dossier.read', an],
      ['an', 'assess.open', an],
    ] as const)
      assert.match((await office.as(who).click(verb, data)).text, /Người nhập: .*Lê Thị Thu Hà/, `${who} ${verb}`);
  });

  it('is the candidate’s alone to take back once it was sent', async () => {
    await take('2026-11-20');
    await fill();
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    const sent = await send();
    assert.ok(!actionsOf(sent.card).some(({ verb }) => verb === 'nomination.withdraw'));
    const taking = { ...an, rev: String((await nominationOf(office, id)).rev), confirm: 'yes' };
    assert.equal(await codeOf(office.as('office').click('nomination.withdraw', taking)), 'NOT_YOUR_DOSSIER');
    await office.as('an').click('nomination.withdraw', taking);
    assert.equal((await nominationOf(office, id)).data.state, 'withdrawn');
    const back = { ...an, rev: String((await nominationOf(office, id)).rev) };
    assert.equal(await codeOf(office.as('office').click('nomination.reopen', back)), 'NOT_YOUR_DOSSIER');
  });

  it('that is sent back is told to whoever entered it, who completes it with the same paper', async () => {
    await take('2026-11-20');
    await fill();
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    await send();
    const { rev } = await nominationOf(office, id);
    const form = await office.as('adviceHead').click('review.return', { nomination: id, rev: String(rev) });
    const reason = 'Bổ sung số liệu quý III';
    await press(office, form.card, 'review.return', { reason }, 'adviceHead');
    const owed = (await office.owed('nomination.returned')).map(({ to }) => to);
    assert.deepEqual(owed.sort(), ['an', 'office']);
    const told = await office.as('office').page('review.returned', { nomination: id });
    assert.ok(actionsOf(told?.card).length > 1, textOf(told?.card));
    assert.match((await office.as('office').say('việc của tôi')).text, /đang nhập từ bản giấy, chưa gửi: 1/);
    await send();
    assert.equal((await nominationOf(office, id)).data.state, 'submitted');
  });

  it('that came in in time is entered after the deadline by the office, and is not late', async () => {
    office.set('2026-12-02T09:00:00');
    assert.equal(await codeOf(take('2026-11-30', 'adviceHead')), 'DEADLINE_PASSED');
    assert.equal((await wayBack(take('2026-12-01'))).code, 'PAPER_LATE');
    const begun = await take('2026-11-30');
    assert.match(begun.text, /Hạn gửi/);
    await fill();
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    await send();
    const { data } = await nominationOf(office, id);
    assert.deepEqual([data.state, data.late, data.originalReceivedOn], ['submitted', null, '2026-11-30']);
    const seen = await office.as('office').click('intake.open', { nomination: id });
    assert.match(seen.text, /Gửi trong hạn, lúc .*02\/12\/2026 \(bản giấy nhận ngày 30\/11\/2026\)/);
  });

  it('thrown away after the deadline takes the time with it that was given to enter it', async () => {
    office.set('2026-12-02T09:00:00');
    await take('2026-11-30');
    await press(office, (await office.as('office').click('paper.drop', an)).card, 'paper.drop');
    assert.equal((await office.dump('extension')).length, 0);
    assert.equal(
      (await wayBack(office.as('an').click('nomination.request', { ...an, level: 'unit' }))).code,
      'DEADLINE_PASSED',
    );
  });

  it('that came in in the candidate’s own time, and is taken after that, is late with the reason of that time', async () => {
    office.set('2026-12-02T09:00:00');
    await office
      .as('office')
      .click('intake.extend', { nomination: id, rev: '0.0', send: 'yes', reason: 'Đi viện', until: '' });
    office.set('2026-12-20T09:00:00');
    await take('2026-12-05');
    await fill();
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    await send();
    assert.equal((await nominationOf(office, id)).data.late?.reason, 'Đi viện');
  });

  it('of a department is told to its head, and its sending too', async () => {
    await connect(office, 'adviceHead');
    const collective = { round, candidate: dept('advice') };
    await office.as('office').click('paper.take', { ...collective, receivedOn: '2026-11-20', confirm: 'yes' });
    assert.deepEqual(
      (await office.owed('paper.taken')).map(({ to }) => to),
      ['adviceHead'],
    );
    const told = await office.as('adviceHead').page('paper.notice', collective);
    assert.match(textOf(told?.card), /Phòng Tư vấn – Giới thiệu việc làm/);
    await press(office, (await office.as('office').click('paper.drop', collective)).card, 'paper.drop');
    assert.equal(await office.as('adviceHead').page('paper.notice', collective), null);
  });

  it('that came in late is entered once the office has given time, and is late with its reason', async () => {
    office.set('2026-12-02T09:00:00');
    await office
      .as('office')
      .click('intake.extend', { nomination: id, rev: '0.0', send: 'yes', reason: 'Đi viện', until: '' });
    await take('2026-12-02');
    await fill();
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    await send();
    assert.equal((await nominationOf(office, id)).data.late?.reason, 'Đi viện');
  });

  it('is the head’s too for the own department; the original is still wanted then', async () => {
    const list = await office.as('adviceHead').say('bản giấy');
    const offered = actionsOf(list.card).flatMap(({ verb, data }) => (verb === 'paper.take' ? [data.candidate] : []));
    assert.ok(offered.includes(person('an')));
    assert.ok(!offered.includes(person('hniê')) || list.text.includes('Phòng Tư vấn'));
    await take('2026-11-20', 'adviceHead');
    await fill('adviceHead');
    await office.as('adviceHead').send(office.attach('Phiếu đã ký.pdf', pdf));
    await send('adviceHead');
    const { data } = await nominationOf(office, id);
    assert.deepEqual([data.state, data.originalReceivedOn], ['submitted', null]);
    const opinion = await office.as('adviceHead').click('review.open', { nomination: id });
    await press(office, opinion.card, 'review.agree', {}, 'adviceHead');
    assert.equal((await nominationOf(office, id)).data.opinion?.by, person('adviceHead'));
  });

  it('is nobody else’s: forged cards of staff, of another head, for oneself, and of what lies with the office', async () => {
    assert.equal(await codeOf(office.as('an2').say('bản giấy an')), 'PAPER_NOT_YOURS');
    for (const [who, key] of [
      ['an2', 'an'],
      ['insuranceHead', 'an'],
      ['director', 'an'],
      ['office', 'office'],
    ] as const)
      assert.equal(await codeOf(take('2026-11-20', who, key)), 'PAPER_NOT_YOURS', `${who} for ${key}`);
    await take('2026-11-20');
    assert.equal(await codeOf(take('2026-11-20', 'adviceHead')), 'PAPER_NOT_YOURS');
    for (const who of ['adviceHead', 'an2', 'director']) {
      assert.equal(
        await codeOf(office.as(who).click('assess.sheet', { ...an, ...answers, goTo: 'overview' })),
        'NOT_YOUR_DOSSIER',
        who,
      );
      assert.equal(await codeOf(office.as(who).click('nomination.submit', an)), 'NOT_YOUR_DOSSIER', who);
      assert.equal(await codeOf(office.as(who).click('paper.drop', { ...an, confirm: 'yes' })), 'PAPER_NOT_YOURS', who);
    }
  });

  it('is not begun where the person has written anything, nor for whoever has left', async () => {
    await seedDossier(office, 'an', { wish: 'undecided' });
    assert.equal((await wayBack(take('2026-11-20'))).code, 'PAPER_BEGUN');
    const list = await office.as('office').say('bản giấy an');
    assert.ok(!actionsOf(list.card).some(({ data }) => data.candidate === person('an')));
    assert.equal((await wayBack(take('2026-13-45', 'office', 'an2'))).code, 'DATE_UNREADABLE');
    assert.equal((await wayBack(take('2026-11-21', 'office', 'an2'))).code, 'DATE_IN_FUTURE');
    assert.equal(await paperOf('an2'), undefined);
  });

  it('is told to the candidate whom messages reach, who may read it, go on and send it', async () => {
    await connect(office, 'an');
    await take('2026-11-20');
    await take('2026-11-20');
    const [owed, second] = await office.owed('paper.taken');
    assert.deepEqual([owed?.to, second], ['an', undefined]);
    const told = await office.as('an').page('paper.notice', owed?.data.show.params);
    assertGoodCard(told?.card ?? assert.fail());
    assert.match(textOf(told?.card), /Nếu anh\/chị không nộp bản giấy, đề nghị báo ngay/);
    await fill('an');
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    await send('an');
    assert.equal((await nominationOf(office, id)).data.submitted?.by, person('an'));
  });

  it('counts as the consent to a head’s proposal', async () => {
    await office.as('adviceHead').click('nomination.propose', {
      ...{ round, person: person('an'), level: 'unit', reason: 'Hoàn thành tốt', confirm: 'yes' },
    });
    await take('2026-11-20');
    await fill();
    assert.equal((await nominationOf(office, id)).data.proposal?.consent, 'given');
    await press(office, (await office.as('office').click('paper.drop', an)).card, 'paper.drop');
    assert.equal((await nominationOf(office, id)).data.proposal?.consent, 'pending');
  });

  it('is thrown away with all that was entered, once and for all, and never once it was sent', async () => {
    await take('2026-11-20');
    await fill();
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    const sure = await office.as('office').click('paper.drop', an);
    assertGoodCard(sure.card);
    assert.match(sure.text, /tự đánh giá 2 tiêu chuẩn, 1 minh chứng/);
    for (let twice = 0; twice < 2; twice += 1) await office.as('office').click('paper.drop', { ...an, confirm: 'yes' });
    assert.equal(await paperOf('an'), undefined);
    assert.match((await office.as('an').say('hồ sơ')).text, /0 minh chứng|không có minh chứng|Chưa có minh chứng/i);
    assert.match((await office.as('office').say('bản giấy an')).text, /Chưa bắt đầu/);
    await take('2026-11-20');
    await fill();
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    await send();
    assert.equal(
      (await wayBack(office.as('office').click('paper.drop', { ...an, confirm: 'yes' }))).code,
      'DOSSIER_SENT',
    );
  });

  it('is gone on with by another of the office, into whose hands files then come', async () => {
    await take('2026-11-20');
    const list = await office.as('secretary').say('bản giấy an');
    assert.match(list.text, /Đang nhập từ bản giấy/);
    const row = actionsOf(list.card).find(({ data }) => data.candidate === person('an'));
    const goesOn = await office.as('secretary').click('paper.take', row?.data);
    assert.match(goesOn.text, /Người nhập: .*Phạm Thị Mỹ Lệ/);
    await office.as('secretary').send(office.attach('Phiếu đã ký.pdf', pdf));
    assert.match((await office.as('office').page('dossier.show', an))?.summary ?? '', /./);
    assert.match((await office.as('office').click('evidence.list', an)).text, /Phiếu đã ký\.pdf/);
    assert.doesNotMatch((await office.as('office').say('việc của tôi')).text, /đang nhập từ bản giấy/);
    assert.match((await office.as('secretary').say('việc của tôi')).text, /đang nhập từ bản giấy, chưa gửi: 1/);
  });

  it('is where a piece of evidence stays when its criterion is chosen, beside the own dossier of whoever enters it', async () => {
    await take('2026-11-20');
    const sorting = await office.as('office').send(office.attach('Giấy xác nhận.pdf', pdf));
    const choices = JSON.stringify(sorting.card);
    assert.match(choices, /Hồ sơ của Nguyễn Văn An – CN1/);
    assert.match(choices, /Hồ sơ cá nhân – CN1/);
    await press(office, sorting.card, 'evidence.sort', { to0: `${person('an')} CN1` });
    assert.match((await office.as('office').click('evidence.list', an)).text, /CN1[\s\S]*Giấy xác nhận/);
    assert.doesNotMatch((await office.as('office').say('minh chứng')).text, /Giấy xác nhận/);
    const long = `${'Đã hoàn thành tốt nhiệm vụ được giao trong năm, '.repeat(5)}đúng tiến độ.`;
    const offer = await office.as('office').say(long);
    await press(office, offer.card, 'assess.append', { criterion: `${person('an')} CN2` });
    assert.match((await office.as('office').click('dossier.read', { ...an, criterion: 'CN2' })).text, /đúng tiến độ/);
    const link = await office.as('office').say('https://example.vn/bao-cao');
    await press(office, link.card, 'evidence.add', { name: 'Báo cáo', criterion: `${person('an')} CN1` });
    assert.match((await office.as('office').click('evidence.list', an)).text, /Báo cáo/);
    assert.doesNotMatch((await office.as('office').say('minh chứng')).text, /Báo cáo/);
    const forged = { criterion: `${person('an2')} CN1`, text: long };
    assert.equal(await codeOf(office.as('office').click('assess.append', forged)), 'NOT_YOUR_DOSSIER');
  });

  it('that has as many files as may be takes no more, and none goes to the own dossier instead', async () => {
    office.store.close();
    office = await openOffice({
      now: '2026-11-20T09:00:00',
      plan: (plan) => ({
        ...plan,
        settings: { ...plan.settings, evidence: { ...plan.settings.evidence, maxFiles: 1 } },
      }),
    });
    await seedRound(office);
    await take('2026-11-20');
    await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    const other = new TextEncoder().encode('%PDF-1.4\n%hai\n%%EOF');
    const refused = await office.as('office').sends(office.attach('Trang hai.pdf', other));
    assert.match(refused.text, /Trang hai\.pdf/);
    assert.doesNotMatch((await office.as('office').say('minh chứng')).text, /Trang hai/);
  });

  it('gets what is sent in the chat before one’s own dossier does, until it is sent', async () => {
    await take('2026-11-20');
    await fill();
    const first = await office.as('office').send(office.attach('Phiếu đã ký.pdf', pdf));
    assert.match(first.text, /Nguyễn Văn An|Phiếu đã ký/);
    await send();
    await office.as('office').send(office.attach('Của tôi.pdf', new TextEncoder().encode('%PDF-1.4\n%own\n%%EOF')));
    assert.match((await office.as('office').say('minh chứng')).text, /Của tôi\.pdf/);
    assert.doesNotMatch((await office.as('office').say('minh chứng')).text, /Phiếu đã ký/);
  });
});

import assert from 'node:assert/strict';
import { groupOf } from '../../../src/features/restoration/held-figures.ts';
import { actionsOf, openOffice, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { restored } from '../../support/restored.ts';
import { kinds, restorationNow, restoredOffice, unsentOne, write } from './a-restoration.ts';

const choices = (card: unknown) =>
  actionsOf(card)
    .filter(({ verb }) => verb === 'restoration.choose')
    .map(({ data }) => data.choice);

describe('what was unsent when a backup was made', () => {
  it('is the first task of the office, and of nobody else, until it has chosen', async () => {
    const { office, id } = await restoredOffice();
    const todo = await office.as('office').say('việc của tôi');
    assert.match(todo.text, /bản sao lưu lúc 22:00 ngày 01\/11\/2026: 7 tin, lần gửi chờ quyết định/);
    assert.equal(actionsOf(todo.card)[0]?.verb, 'restoration.show');
    for (const who of ['director', 'an', 'adviceHead'])
      assert.doesNotMatch((await office.as(who).say('việc của tôi')).text, /sao lưu/);
    await office.as('office').click('restoration.choose', { restoration: id, choice: 'drop', confirm: 'yes' });
    assert.doesNotMatch((await office.as('office').say('việc của tôi')).text, /sao lưu/);
  });

  it('is told by kind, and the parts add up to what is held now', async () => {
    const { office, id } = await restoredOffice();
    const before = await office.as('office').click('restoration.show', { restoration: id });
    for (const line of ['Thông báo, lời kêu gọi\n1 tin', 'Đề nghị xử lý\n1 tin', 'Tin đôn đốc, nhắc việc\n1 tin'])
      assert.ok(before.text.includes(line), line);
    for (const line of ['Thông báo kết quả\n1 tin', 'Tin về hồ sơ\n1 tin', 'Trả lời cho từng người\n1 tin', 'Cộng\n7'])
      assert.ok(before.text.includes(line), line);
    assert.ok(before.text.includes('(còn nhiều nhất 13 người)\n1 lần'));
    assert.ok(before.text.includes('22:00 ngày 01/11/2026') && before.text.includes('09:00 ngày 02/11/2026'));

    const [first] = await office.owed('review.request');
    await write(office, first?.id ?? '', { state: 'superseded', reason: 'merged' });
    const after = await office.as('office').click('restoration.show', { restoration: id });
    assert.ok(after.text.includes('Cộng\n6') && !after.text.includes('Đề nghị xử lý'));
    assert.match(after.text, /1 tin, lần gửi không còn giữ/);
    assert.match(after.text, /Giữ lại khi đó\n7 tin, lần gửi/);
  });

  it('is asked about before it is sent or dropped', async () => {
    const { office, id } = await restoredOffice();
    const page = await office.as('office').click('restoration.show', { restoration: id });
    assert.deepEqual(choices(page.card), ['send', 'drop']);
    for (const choice of ['send', 'drop']) {
      const asked = await office.as('office').click('restoration.choose', { restoration: id, choice });
      assert.match(asked.text, choice === 'send' ? /^.*Gửi 7 tin/s : /Không gửi 7 tin/);
      assert.deepEqual(actionsOf(asked.card)[0]?.data, { restoration: id, choice, confirm: 'yes' });
    }
    assert.equal((await restorationNow(office, id)).choice, 'open');
  });

  it('is decided once: a double click is as was asked, whoever comes later is told who chose', async () => {
    const { office, id } = await restoredOffice();
    const yes = { restoration: id, choice: 'send', confirm: 'yes' };
    await office.as('office').click('restoration.choose', yes);
    assert.equal((await office.as('office').click('restoration.choose', yes)).show.page, 'restoration.show');
    for (const [who, choice] of [
      ['office', 'drop'],
      ['secretary', 'drop'],
      ['secretary', 'send'],
    ] as const) {
      const refused = await wayBack(office.as(who).click('restoration.choose', { ...yes, choice }));
      assert.deepEqual([refused.code, refused.facts.by], ['ALREADY_DONE', 'Lê Thị Thu Hà']);
      assert.equal(refused.show.page, 'restoration.show');
    }
    const audit = (await office.dump('audit')).map(({ data }) => data as { command: string; facts: object });
    assert.deepEqual(
      audit.filter(({ command }) => command === 'restoration.choose').map(({ facts }) => facts),
      [{ choice: 'send', n: '7' }],
    );
  });

  it('is the office’s business alone, whatever a card says', async () => {
    const { office, id } = await restoredOffice();
    const yes = { restoration: id, choice: 'send', confirm: 'yes' };
    for (const who of ['an', 'director', 'adviceHead']) {
      assert.equal(await codeOf(office.as(who).click('restoration.choose', yes)), 'NOT_ALLOWED_HELD');
      assert.equal(await codeOf(office.as(who).click('restoration.show', { restoration: id })), 'NOT_ALLOWED_HELD');
      assert.equal(await office.as(who).page('restoration.show', { restoration: id }), null);
      assert.equal(await office.as(who).page('restoration.confirm', { restoration: id, choice: 'send' }), null);
    }
    for (const restoration of ['restoration:none', 'person:an'])
      assert.equal(
        await codeOf(office.as('office').click('restoration.choose', { ...yes, restoration })),
        'RESTORATION_UNKNOWN',
      );
    for (const forged of [
      { ...yes, choice: 'open' },
      { ...yes, confirm: 'no' },
      { ...yes, held: 1 },
    ])
      assert.equal(await codeOf(office.as('office').click('restoration.choose', forged)), 'BAD_CARD');
    assert.equal((await restorationNow(office, id)).choice, 'open');
  });

  it('may be nothing any more: then the office has only to see that data came from a backup', async () => {
    const office = await openOffice();
    await unsentOne(office, 'review.request');
    const id = await restored(office);
    const [only] = await office.owed();
    await write(office, only?.id ?? '', { state: 'superseded', reason: 'merged' });
    const page = await office.as('office').click('restoration.show', { restoration: id });
    assert.match(page.text, /Không có tin nào đang giữ lại/);
    assert.deepEqual(choices(page.card), ['send']);
    const seen = actionsOf(page.card).find(({ verb }) => verb === 'restoration.choose');
    await office.as('office').click('restoration.choose', { ...seen?.data });
    await office.runDue();
    assert.equal((await restorationNow(office, id)).isDone, true);
    assert.doesNotMatch((await office.as('office').say('việc của tôi')).text, /sao lưu/);
  });

  it('of two restorations each waits for its own word', async () => {
    const { office, id } = await restoredOffice(kinds);
    office.set('2026-11-03T09:00:00');
    await unsentOne(office, 'announce.launch', 99);
    const second = await restored(office, '2026-11-02T15:00:00.000Z');
    await office.as('office').click('restoration.choose', { restoration: id, choice: 'drop', confirm: 'yes' });
    await office.runDue();
    assert.deepEqual([(await restorationNow(office, id)).dealt, (await restorationNow(office, second)).dealt], [7, 0]);
    assert.match(textOf((await office.as('office').say('việc của tôi')).card), /1 tin, lần gửi chờ quyết định/);
  });
});

describe('the kinds that the office is told apart', () => {
  const table = {
    'announce.launch': 'announcements',
    'round.open': 'announcements',
    'call.invite': 'announcements',
    'closing.report': 'announcements',
    'channel.lost': 'announcements',
    'unheard.of': 'announcements',
    'review.request': 'requests',
    'intake.request': 'requests',
    'decide.revocation': 'requests',
    'council.agenda': 'requests',
    'question.asked': 'requests',
    'nomination.proposed': 'requests',
    'remind.day': 'reminders',
    'remind.head': 'reminders',
    'results.1': 'results',
    'results.revoked': 'results',
    'intake.accepted': 'dossiers',
    'review.opinion': 'dossiers',
    'evidence.received': 'dossiers',
    'question.answered': 'answers',
    answer: 'answers',
    'remind.staff~2': 'reminders',
  };
  for (const [kind, group] of Object.entries(table))
    it(`${kind} is among the ${group}`, () => assert.equal(groupOf(kind), group));
});

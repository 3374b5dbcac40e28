import assert from 'node:assert/strict';
import { hasInputs } from '../../cards/kit/has-inputs.ts';
import { stampCard } from '../../src/delivery/send/stamp-card.ts';
import { load, replace } from '../../src/ports/documents.ts';
import type { Store } from '../../src/ports/store.ts';
import { type Delivery, deliveryRecord } from '../../src/records/message.ts';
import { mirrorId, mirrorRecord } from '../../src/records/mirror.ts';
import { actionsOf, openOffice, person, scope, textOf } from '../support/office.ts';
import { openChats } from '../support/open-chats.ts';
import { round, seedRound } from '../support/seed-round.ts';
import { storeWith } from '../support/store-with.ts';

const launch = { number: '05', issuedOn: '15/06/2023', formId: 'form1', confirm: 'yes' };

/** The office has launched, and its message to An stands in An's chat. */
async function launched(around = (store: Store): Store => store) {
  const office = await openOffice();
  const chats = await openChats(office, around(office.store));
  await office.as('office').click('announce.launch', launch);
  await office.runDue();
  await seedRound(office);
  /** The sender has posted what is owed to this person. */
  async function posted(kind: string, who: string, more: Partial<Delivery> = {}) {
    const owed = (await office.owed(kind)).find(({ to }) => to === who);
    const delivery = owed && (await load(office.store, scope.unit, deliveryRecord, owed.id));
    assert.ok(delivery);
    const data = { ...delivery.data, state: 'sent' as const, attempts: 1, activityId: `told-${who}`, ...more };
    await office.store.commit(scope.unit, [replace(deliveryRecord, delivery, data)]);
    const shown = await office.as(who).page(data.show.page, data.show.params);
    assert.ok(shown);
    return { messageId: data.activityId, id: delivery.id, card: stampCard(shown.card, delivery.id) };
  }
  const told = await posted('announce.launch', 'an');
  const buttonOf = (verb: string, card = told.card) => {
    const found = actionsOf(card).find((action) => action.verb === verb);
    assert.ok(found, `no ${verb}`);
    return { messageId: told.messageId, verb, data: found.data };
  };
  const below = office.machine.texts('vi').t('answers.below');
  return { ...office, office, chats, told, posted, buttonOf, below };
}
const mirrorOf = (t: Awaited<ReturnType<typeof launched>>, messageId: string) =>
  load(t.store, scope.unit, mirrorRecord, mirrorId('a:an', messageId));

describe('a message that tells', () => {
  it('stays: what a click opens comes below it, once, and is kept in step by itself', async () => {
    const t = await launched();
    const reaction = await t.chats.press('an', t.buttonOf('plan.show'));
    assert.deepEqual([reaction.card, reaction.text, reaction.posted.length], [undefined, t.below, 1]);
    const opened = reaction.posted[0] ?? {};
    assert.match(textOf(opened), /Kế hoạch/);
    assert.ok(
      actionsOf(opened).every(({ data }) => !('delivery' in data)),
      'it is turned over like any page',
    );
    assert.equal(await mirrorOf(t, t.told.messageId), undefined);
  });
  it('shows its own state in its place, and goes on being known by its delivery', async () => {
    const t = await launched();
    const { card, posted } = await t.chats.press('an', t.buttonOf('announce.acknowledge'));
    assert.deepEqual([posted.length, /Đã đọc lúc/.test(textOf(card))], [0, true]);
    assert.equal((await mirrorOf(t, t.told.messageId))?.data.delivery, t.told.id);
    const after = await t.chats.press('an', t.buttonOf('plan.show', card));
    assert.deepEqual([after.text, after.posted.length], [t.below, 1]);
  });
  it('is answered once though the click comes twice, at the same instant or again under a new id', async () => {
    const t = await launched();
    const click = t.buttonOf('plan.show');
    const both = await Promise.all([t.chats.press('an', click), t.chats.press('an', click)]);
    t.set('2026-11-02T09:00:50');
    const reactions = [...both, await t.chats.press('an', click)];
    assert.deepEqual(
      reactions.map(({ text, posted }) => [text, posted.length]),
      [
        [t.below, 1],
        [t.below, 0],
        [t.below, 0],
      ],
    );
    t.set('2026-11-02T09:02:00');
    assert.equal((await t.chats.press('an', click)).posted.length, 1, 'whoever wants it again has it at the end again');
  });
  it('is answered once though the click comes to two processes, at the same instant or one after the other', async () => {
    const t = await launched();
    const other = await t.chats.beside();
    const click = t.buttonOf('plan.show');
    const both = await Promise.all([t.chats.press('an', click), other.press('an', click)]);
    assert.deepEqual(both.map(({ posted }) => posted.length).sort(), [0, 1]);
    const reactions = [...both, await t.chats.press('an', click), await other.press('an', click)];
    assert.deepEqual([...new Set(reactions.map(({ text }) => text))], [t.below]);
    assert.equal(reactions.flatMap(({ posted }) => posted).length, 1);
  });
  it('opens it again at once when what was opened has been turned over, in whatever process', async () => {
    const t = await launched();
    const other = await t.chats.beside();
    const click = t.buttonOf('plan.show');
    const { posted } = await t.chats.press('an', click);
    const [section] = actionsOf(posted[0]).filter(({ verb }) => verb === 'plan.section');
    assert.ok(section);
    await other.press('an', { messageId: 'posted1', verb: section.verb, data: section.data });
    assert.equal((await t.chats.press('an', click)).posted.length, 1);
  });
  it('opens it again at once when what was opened has been turned over', async () => {
    const t = await launched();
    const click = t.buttonOf('plan.show');
    const { posted } = await t.chats.press('an', click);
    const [section] = actionsOf(posted[0]).filter(({ verb }) => verb === 'plan.section');
    assert.ok(section);
    await t.chats.press('an', { messageId: 'posted1', verb: section.verb, data: section.data });
    const again = await t.chats.press('an', click);
    assert.deepEqual([again.text, again.posted.length], [t.below, 1]);
  });
  it('opens another page for another button, and the same for the next person', async () => {
    const t = await launched();
    const click = t.buttonOf('plan.show');
    await t.chats.press('an', click);
    const section = { ...click, verb: 'help.show', data: { delivery: t.told.id } };
    assert.equal((await t.chats.press('an', section)).posted.length, 1);
    const theirs = await t.posted('announce.launch', 'thao');
    const hers = { messageId: theirs.messageId, verb: 'plan.show', data: { delivery: theirs.id } };
    assert.equal((await t.chats.press('thao', hers)).posted.length, 1);
  });
  it('refuses in a sentence, and stays', async () => {
    const t = await launched();
    const { card, text, posted } = await t.chats.press('an', { ...t.buttonOf('plan.show'), verb: 'no.such' });
    assert.deepEqual([card, posted.length, /UNKNOWN_VERB/.test(text ?? '')], [undefined, 0, true]);
  });
  it('leads back by a page below when the refusal has one', async () => {
    const t = await launched();
    const again = { ...t.buttonOf('plan.show'), verb: 'nomination.submit', data: { round, delivery: t.told.id } };
    const { text, posted } = await t.chats.press('an', again);
    assert.equal(text, t.below);
    assert.match(textOf(posted[0]), /Mã: /);
  });
  it('says so when nobody knows whether the page arrived, and then opens it at the next click', async () => {
    const t = await launched();
    t.chats.teams.fails = 500;
    const click = t.buttonOf('plan.show');
    const { text } = await t.chats.press('an', click);
    assert.equal(text, t.machine.texts('vi').t('answers.unsure'));
    t.chats.teams.fails = undefined;
    assert.equal((await t.chats.press('an', click)).posted.length, 1);
  });
  it('owes the page when Teams certainly did not take it; that message is a page, and is turned over', async () => {
    const t = await launched();
    t.chats.teams.fails = 429;
    const { text } = await t.chats.press('an', t.buttonOf('plan.show'));
    assert.equal(text, t.below);
    t.chats.teams.fails = undefined;
    const owed = await t.posted('answer', 'an', { activityId: 'late' });
    const click = { messageId: 'late', verb: 'help.show', data: { delivery: owed.id } };
    const { card, posted } = await t.chats.press('an', click);
    assert.deepEqual([posted.length, card !== undefined], [0, true]);
  });
  it('opens it at the next click when it could be neither posted nor owed', async () => {
    const t = await launched((store) =>
      storeWith(store, {
        commit: (unit, changes) =>
          t.chats.teams.fails !== undefined && JSON.stringify(changes).includes('"kind":"answer"')
            ? Promise.reject(new Error('the disk is full'))
            : store.commit(unit, changes),
      }),
    );
    t.chats.teams.fails = 429;
    const click = t.buttonOf('plan.show');
    assert.match((await t.chats.press('an', click)).text ?? '', /mã \S{8}/);
    t.chats.teams.fails = undefined;
    const { text, posted } = await t.chats.press('an', click);
    assert.deepEqual([text, posted.length], [t.below, 1]);
  });
  it('is answered by one message when the client has no Universal Actions', async () => {
    const t = await launched();
    const { card, text, posted } = await t.chats.press('an', { ...t.buttonOf('plan.show'), by: 'submit' });
    assert.deepEqual([card, text, posted.length], [undefined, undefined, 1]);
  });
});

describe('a message that tells and asks', () => {
  /** An has sent a file, and is asked on the message about it which criterion it proves. */
  async function asked() {
    const t = await launched();
    await t.office.as('an').send(t.office.attach('báo cáo.pdf', Buffer.from('%PDF-1.4\n%%EOF')));
    const told = await t.posted('evidence.received', 'an', { activityId: 'files' });
    assert.ok(hasInputs(told.card));
    const press = (verb: string, to0: string) =>
      t.chats.press('an', { messageId: 'files', verb, data: { ...t.buttonOf(verb, told.card).data, to0 } });
    return { ...t, told, press, sort: (to0: string) => press('evidence.sort', to0) };
  }
  it('says in its place that it has what it asked for, and what follows comes below', async () => {
    const t = await asked();
    const { card, posted } = await t.sort('person CN1');
    assert.deepEqual([hasInputs(card), posted.length], [false, 1]);
    assert.match(textOf(card), /Kết quả nhận tệp/);
    assert.match(textOf(posted[0]), /báo cáo\.pdf/);
    const mirror = await mirrorOf(t, 'files');
    assert.deepEqual([mirror?.data.show.page, mirror?.data.delivery], ['evidence.sort', t.told.id]);
    const again = await t.sort('person CN1');
    assert.deepEqual([hasInputs(again.card), again.posted.length], [false, 0]);
  });
  it('keeps what was filled in when it is refused: a sentence, and no second form', async () => {
    const t = await asked();
    for (const wrong of ['', 'person CN9']) {
      const { card, text, posted } = await t.sort(wrong);
      assert.deepEqual([card, posted.length], [undefined, 0]);
      assert.match(text ?? '', /Mã: /);
    }
  });
  it('stays as it was sent when it is left, and what was chosen is kept', async () => {
    const t = await asked();
    const { card, text, posted } = await t.press('evidence.list', 'person CN1');
    assert.deepEqual([card, text, posted.length], [undefined, t.below, 1]);
    assert.match(textOf(posted[0]), /được giữ lại, chưa gửi/);
    assert.equal(await mirrorOf(t, 'files'), undefined);
  });
});

describe('a card that only says that it tells', () => {
  for (const [what, claim] of [
    ['of a message to somebody else', (id: string) => id.replace(person('an'), person('thao'))],
    ['of none', () => 'delivery:none'],
    ['of what cannot be an id', () => 'no / id?'],
  ] as const) {
    it(`is turned over like any other: a stamp ${what}`, async () => {
      const t = await launched();
      await t.posted('announce.launch', 'thao');
      const click = { ...t.buttonOf('plan.show'), data: { delivery: claim(t.told.id) } };
      const { card, posted } = await t.chats.press('an', click);
      assert.deepEqual([card !== undefined, posted.length], [true, 0]);
    });
  }
  it('is turned over like any other: a stamp of a message that never went out', async () => {
    const t = await launched();
    const waiting = await t.posted('announce.launch', 'hniê', { state: 'pending', attempts: 0, activityId: '' });
    const click = { messageId: 'x', verb: 'plan.show', data: { delivery: waiting.id } };
    const { card, posted } = await t.chats.press('hniê', click);
    assert.deepEqual([card !== undefined, posted.length], [true, 0]);
  });
  it('posts nothing into a channel for one of its readers', async () => {
    const t = await launched();
    const click = {
      ...t.buttonOf('announce.acknowledge'),
      verb: 'progress.show',
      data: { delivery: t.told.id, round },
    };
    const { posted } = await t.chats.press('an', { ...click, chat: 'channel' });
    assert.equal(posted.length, 0);
  });
});

import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { pino } from 'pino';
import { z } from 'zod';
import { createDispatch } from '../../src/bot/dispatch.ts';
import { openExchange } from '../../src/bot/in-time.ts';
import { createTurn } from '../../src/bot/turn.ts';
import { owe } from '../../src/delivery/owe/owe.ts';
import { CodedError } from '../../src/domain/errors.ts';
import { start as startOf } from '../../src/features/start/capability.ts';
import { good, show } from '../../src/pipeline/answer.ts';
import { type CommandRoute, capability } from '../../src/pipeline/capability.ts';
import type { Ctx } from '../../src/pipeline/context.ts';
import { definePage } from '../../src/pipeline/page.ts';
import { pageName } from '../../src/pipeline/page-name.ts';
import { openPages } from '../../src/pipeline/pages.ts';
import { create, list, load, replace } from '../../src/ports/documents.ts';
import { StoreError } from '../../src/ports/store.ts';
import { addressId, addressRecord } from '../../src/records/address.ts';
import { aadKeyId, aadKeyRecord } from '../../src/records/key.ts';
import { type Delivery, deliveryRecord } from '../../src/records/message.ts';
import { mirrorId, mirrorRecord } from '../../src/records/mirror.ts';
import { personRecord } from '../../src/records/person.ts';
import { fakeMessenger } from '../support/fake-messenger.ts';
import { actionsOf, openOffice, person, scope } from '../support/office.ts';
import { storeWith } from '../support/store-with.ts';

const card = (type: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type, id: 'text' }],
  actions: [{ type: 'Action.Execute', verb: 't.form' }],
});

/** A turn over the real store with one page that shows state, one form, and one command; nothing else of the bot. */
async function setUp() {
  const office = await openOffice();
  for (const key of ['an', 'thao'])
    await office.store.commit(scope.unit, [
      create(aadKeyRecord, scope, aadKeyId(scope.tenant, `aad-${key}`), { personId: person(key) }),
    ]);
  const faults: {
    commit?: (id: string) => unknown;
    get?: (id: string) => unknown;
    compose?: () => unknown;
    posts?: number[];
  } = {};
  const failing = async <T>(fault: unknown, work: () => Promise<T>): Promise<T> => {
    if (fault !== undefined) throw fault;
    return work();
  };
  const store = storeWith(office.store, {
    get: (unit, id) => failing(faults.get?.(id), () => office.store.get(unit, id)),
    getMany: (unit, ids) => {
      const fault = ids.map((id) => faults.get?.(id)).find((one) => one !== undefined);
      return failing(fault, () => office.store.getMany(unit, ids));
    },
    commit: (unit, changes) => {
      const ids = changes.map((change) => (change.op === 'delete' ? change.id : change.doc.id));
      const fault = ids.map((id) => faults.commit?.(id)).find((one) => one !== undefined);
      return failing(fault, () => office.store.commit(unit, changes));
    },
  });
  const logged: { level: number; msg: string; code?: string }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const machine = { ...office.machine, store, log };
  const params = z.strictObject({});
  const paged = (page: string, type: string) =>
    definePage({
      name: pageName(page, params),
      subject: () => 'nomination:x',
      compose: async () => failing(faults.compose?.(), async () => ({ card: card(type), summary: page })),
    });
  const command = (name: string, run: CommandRoute['run']): CommandRoute => ({
    name,
    isFor: () => true,
    where: 'personal',
    run,
  });
  const asked: unknown[] = [];
  const start = startOf([]);
  const pages = [paged('t.state', 'TextBlock'), paged('t.form', 'Input.Text')];
  const tested = capability({
    // Named as real commands, whose words are in the locales.
    commands: [
      command('plan', async () => show({ page: 't.state', params: {} })),
      command('assess', async () => show({ page: 't.state', params: {} }, good('languageSaved'))),
    ],
    verbs: [
      {
        verb: 't.form',
        where: 'personal' as const,
        run: async (_ctx: Ctx, input: unknown) => {
          asked.push(input);
          return show({ page: 't.form', params: {} });
        },
      },
      { verb: 't.state', where: 'personal' as const, run: async () => show({ page: 't.state', params: {} }) },
    ],
    pages,
  });
  const opened = () =>
    createTurn({
      machine,
      officeOf: office.officeOf,
      pages: openPages([...pages, ...start.pages]),
      dispatch: createDispatch([tested], office.machine.texts),
      messenger: fakeMessenger().messenger,
      pace: { reply: async (owner) => void spent.push(owner) },
      pause: async (ms) => void paused.push(ms),
    });
  let turn = opened();
  const spent: string[] = [];
  const paused: number[] = [];
  const sent: { type: string; text: string }[] = [];
  const arrives = async (more: object, key = 'an', exchange = openExchange()): Promise<void> => {
    const activity = {
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1/',
      from: { id: `29:${key}`, aadObjectId: `aad-${key}` },
      recipient: { id: '28:bot' },
      conversation: { id: `a:${key}`, conversationType: 'personal' },
      ...more,
    };
    const sendActivity = async (out: { type: string }): Promise<{ id: string }> => {
      sent.push({ type: out.type, text: JSON.stringify(out) });
      const statusCode = faults.posts?.shift();
      if (statusCode !== undefined) throw Object.assign(new Error('Teams'), { statusCode });
      return { id: `m${sent.length}` };
    };
    await turn({ activity, sendActivity } as unknown as TurnContext, exchange);
  };
  const restart = (): void => {
    turn = opened();
  };
  const click = { type: 'invoke', name: 'adaptiveCard/action', replyToId: 'm1', value: { action: { verb: 't.form' } } };
  return { ...office, logged, arrives, restart, sent, spent, paused, asked, faults, click, t: machine.texts('vi') };
}
const away = new StoreError('Unavailable');
const only = (id: string, fault: unknown) => (asked: string) => (asked.startsWith(id) ? fault : undefined);

describe('turn', () => {
  it('a sentence that Teams did not take is sent again twice; one that may have arrived is not', async () => {
    for (const [posts, tries, pauses] of [
      [[429], 2, [1_000]],
      [[503, 412], 3, [1_000, 3_000]],
      [[429, 429, 429, 429], 3, [1_000, 3_000]],
      [[500], 1, []],
      [[429, 504], 2, [1_000]],
    ] as const) {
      const t = await setUp();
      t.faults.posts = [...posts];
      t.faults.compose = () => away;
      await t.arrives({ text: 'kế hoạch' });
      assert.deepEqual([t.sent.length, t.paused], [tries, pauses], `${posts}`);
      assert.equal(new Set(t.sent.map(({ text }) => text)).size, 1);
      assert.equal(t.spent.length, tries, 'each counts against what Teams allows');
    }
  });
  it('a store that is away is said with a reference, and never that nothing was changed', async () => {
    for (const [code, words] of [
      ['Unavailable', 'chưa xác nhận được'],
      ['TooNew', 'phiên bản mới hơn'],
    ] as const) {
      const t = await setUp();
      await t.arrives({ text: 'kế hoạch' });
      t.faults.compose = () => new StoreError(code, 'x');
      await t.arrives({ text: 'kế hoạch' });
      assert.match(t.sent.at(-1)?.text ?? '', new RegExp(words));
      assert.match(t.sent.at(-1)?.text ?? '', /mã \S{8}/);
    }
  });
  it('what was typed is kept when the click is refused, and fills the form when it is opened again', async () => {
    const t = await setUp();
    await t.arrives(t.click);
    const [button] = actionsOf(JSON.parse(t.sent.at(-1)?.text ?? '{}'));
    const typed = { ...button?.data, text: 'Nội dung đang nhập' };
    await t.arrives({ ...t.click, value: { action: { verb: 't.none', data: typed } } });
    assert.match(t.sent.at(-1)?.text ?? '', /UNKNOWN_VERB/);
    await t.arrives(t.click);
    assert.match(t.sent.at(-1)?.text ?? '', /"value":"Nội dung đang nhập"/);
    await t.arrives(t.click, 'thao');
    assert.doesNotMatch(t.sent.at(-1)?.text ?? '', /đang nhập"/);
  });
  it('a command that is done is never answered as not done, whatever fails after it', async () => {
    const t = await setUp();
    await t.arrives({ text: 'kế hoạch' });
    t.faults.compose = () => away;
    await t.arrives({ text: 'tự đánh giá' });
    assert.match(t.sent.at(-1)?.text ?? '', new RegExp(t.t.t('banners.languageSaved')));
  });
  it('counts answers that are posted against what Teams allows, and not those that go back with the click', async () => {
    const t = await setUp();
    await t.arrives({ text: 'kế hoạch' });
    assert.deepEqual(t.spent, [person('an')]);
    await t.arrives(t.click);
    assert.deepEqual(t.spent, [person('an')]);
  });
  it('a click tells that its message arrived; the command does not see it, and a wrong claim does not stop it', async () => {
    const t = await setUp();
    const owing = { to: person('an'), kind: 'k', show: { page: 'p', params: {} }, subject: 's', rev: 1 };
    const change = owe(scope, t.machine.clock.now(), owing);
    assert.ok(change.op === 'create');
    const data = { ...(change.doc.data as Delivery), state: 'ambiguous' as const, doubtful: true, attempts: 1 };
    await t.store.commit(scope.unit, [create(deliveryRecord, scope, change.doc.id, data)]);
    for (const delivery of ['delivery:none', 'no / id', change.doc.id])
      await t.arrives({ ...t.click, value: { action: { verb: 't.form', data: { delivery, a: '1' } } } });
    assert.deepEqual(t.asked, [{ a: '1' }, { a: '1' }, { a: '1' }]);
    const answered = ['invokeResponse', 'invokeResponse', 'message', 'invokeResponse'];
    assert.deepEqual(
      t.sent.map(({ type }) => type),
      answered,
      'below the message that is really theirs',
    );
    const known = await load(t.store, scope.unit, deliveryRecord, change.doc.id);
    assert.deepEqual([known?.data.state, known?.data.activityId], ['sent', 'm1']);
  });
  it('a card that cannot be kept in step is still an answer, and the only one', async () => {
    const t = await setUp();
    await t.arrives({ text: 'kế hoạch' });
    const before = t.sent.length;
    t.faults.get = only('mirror:', away);
    await t.arrives({ text: 'kế hoạch' });
    assert.deepEqual([t.sent.length, t.sent.at(-1)?.text.includes('t.state')], [before + 1, true]);
  });
  it('a form takes the place of a card that is being redrawn: from then on it is not touched', async () => {
    const t = await setUp();
    await t.arrives({ text: 'kế hoạch' });
    const id = mirrorId('a:an', 'm1');
    assert.ok(await load(t.store, scope.unit, mirrorRecord, id));
    let outrun = false;
    t.faults.commit = (changed) => {
      if (changed !== id || outrun) return undefined;
      outrun = true;
      return new StoreError('Conflict', id);
    };
    await t.arrives(t.click);
    assert.equal(await load(t.store, scope.unit, mirrorRecord, id), undefined);
    assert.equal(t.sent.at(-1)?.type, 'invokeResponse');
  });
  it('a code without a sentence is for whoever runs the bot', async () => {
    const t = await setUp();
    t.faults.compose = () => new CodedError('SDK_CHANGED');
    await t.arrives({ text: 'kế hoạch' });
    assert.match(t.sent.at(-1)?.text ?? '', /mã \S{8}/);
  });

  describe('who sends too much', () => {
    const times = <T>(n: number, one: (i: number) => Promise<T>): Promise<T[]> =>
      Promise.all(Array.from({ length: n }, (_, i) => one(i)));
    it('has twenty things done one after another, and is told once a minute of the rest', async () => {
      const t = await setUp();
      await times(200, (i) => t.arrives({ text: 'kế hoạch', id: `m${i}` }));
      const full = t.sent.filter(({ text }) => text.includes('TOO_MANY_WAITING'));
      assert.deepEqual([t.sent.length, full.length], [21, 1]);
      await times(200, (i) => t.arrives({ text: 'kế hoạch', id: `n${i}` }));
      assert.equal(t.sent.length, 41, 'taken again, and not told again');
      t.set('2026-11-02T09:01:00');
      await times(30, (i) => t.arrives({ text: 'kế hoạch', id: `o${i}` }));
      assert.equal(t.sent.length, 62);
    });
    it('keeps nobody else waiting', async () => {
      const t = await setUp();
      const flood = times(200, () => t.arrives({ text: 'kế hoạch' }));
      await t.arrives({ text: 'kế hoạch' }, 'thao');
      assert.ok(t.sent.length <= 6, `answered behind ${t.sent.length} others`);
      await flood;
    });
    it('is told with each click, in the exchange that it came by', async () => {
      const t = await setUp();
      await times(25, () => t.arrives(t.click));
      assert.equal(t.sent.filter(({ text }) => text.includes('TOO_MANY_WAITING')).length, 5);
      assert.deepEqual(t.spent, []);
    });
    it('and is not known here gets one refusal a minute, and one for each click', async () => {
      const t = await setUp();
      const stranger = { from: { id: '29:x', aadObjectId: 'aad-x' } };
      for (let i = 0; i < 5; i++) await t.arrives({ ...stranger, text: 'xin chào' });
      assert.deepEqual([t.sent.length, t.spent.length], [1, 1]);
      await t.arrives({ ...stranger, ...t.click });
      assert.equal(t.sent.length, 2);
      t.set('2026-11-02T09:01:00');
      await t.arrives({ ...stranger, text: 'xin chào' });
      assert.equal(t.sent.length, 3);
    });
  });
  describe('what comes twice', () => {
    it('is answered once: a message under one id is one message', async () => {
      const t = await setUp();
      await t.arrives({ text: 'kế hoạch', id: '7' });
      await t.arrives({ text: 'kế hoạch', id: '7' });
      assert.equal(t.sent.length, 1);
      await t.arrives({ text: 'kế hoạch', id: '7' }, 'thao');
      await t.arrives({ text: 'kế hoạch', id: '8' });
      assert.equal(t.sent.length, 3, 'another conversation, another message');
    });
    it('is a click that waits for its answer: it gets one each time', async () => {
      const t = await setUp();
      await t.arrives({ ...t.click, id: '7' });
      await t.arrives({ ...t.click, id: '7' });
      assert.equal(t.sent.length, 2);
    });
  });
  describe('a click that is answered before its work is done', () => {
    const late = { ...openExchange(), over: true };
    const wants = (t: { click: object }, verb: string) => ({ ...t.click, value: { action: { verb } } });
    const posted = (t: { sent: { type: string }[] }) => t.sent.map(({ type }) => type);

    it('is told so in the language of its person', async () => {
      const t = await setUp();
      const stored = await load(t.store, scope.unit, personRecord, person('an'));
      assert.ok(stored);
      await t.store.commit(scope.unit, [replace(personRecord, stored, { ...stored.data, locale: 'en' })]);
      const exchange = openExchange();
      await t.arrives(t.click, 'an', exchange);
      assert.equal(exchange.locale, 'en');
    });
    it('has its form posted, since a form is never drawn into a message', async () => {
      const t = await setUp();
      await t.arrives(t.click, 'an', late);
      assert.deepEqual(posted(t), ['message']);
      assert.match(t.sent[0]?.text ?? '', /Input.Text/);
    });
    it('has what shows state drawn into the clicked message by the lane that keeps cards in step', async () => {
      const t = await setUp();
      await t.arrives(wants(t, 't.state'), 'an', late);
      assert.deepEqual(posted(t), []);
      const mirror = await load(t.store, scope.unit, mirrorRecord, mirrorId('a:an', 'm1'));
      assert.deepEqual([mirror?.data.show.page, mirror?.data.dueAt === null], ['t.state', false]);
    });
    it('has its refusal posted, in the personal chat alone', async () => {
      const t = await setUp();
      await t.arrives(wants(t, 't.none'), 'an', late);
      assert.deepEqual(posted(t), ['message']);
      assert.match(t.sent[0]?.text ?? '', /UNKNOWN_VERB/);
      const channel = { conversation: { id: '19:c', conversationType: 'channel' } };
      await t.arrives({ ...wants(t, 't.none'), ...channel }, 'an', late);
      await t.arrives({ ...t.click, ...channel }, 'an', late);
      assert.equal(t.sent.length, 1);
    });
    it('and comes again under a new id does it as often as it was clicked, one after the other', async () => {
      const t = await setUp();
      const first = t.arrives({ ...t.click, id: 'f:1' }, 'an', late);
      const again = t.arrives({ ...t.click, id: 'f:2' });
      await Promise.all([first, again]);
      assert.deepEqual(posted(t), ['message', 'invokeResponse']);
    });
  });

  it('a page that a made-up card asks for is no fault of ours, and the log does not repeat what it named', async () => {
    const t = await setUp();
    const madeUp = 'Trần Thị Bịa'.repeat(100);
    t.faults.compose = () => new StoreError('BadId', madeUp);
    await t.arrives(t.click);
    assert.match(t.sent.at(-1)?.text ?? '', /BAD_CARD/);
    await t.arrives({ text: 'tự đánh giá' });
    assert.deepEqual(
      t.logged.map(({ level, code, msg }) => [pino.levels.labels[level], code, msg]),
      [
        ['warn', 'BAD_CARD', 'done, but its page cannot be shown'],
        ['warn', 'BAD_CARD', 'done, but its page cannot be shown'],
      ],
    );
    assert.doesNotMatch(JSON.stringify(t.logged), /Bịa/);
  });

  it('a redraw that nobody clicked for does nothing', async () => {
    const t = await setUp();
    await t.arrives({ ...t.click, value: { action: { verb: 't.form' }, trigger: 'automatic' } });
    assert.deepEqual([t.asked.length, t.sent.at(-1)?.text.includes('BAD_CARD')], [0, true]);
    await t.arrives({ ...t.click, value: { action: { verb: 't.form' }, trigger: 'manual' } });
    assert.equal(t.asked.length, 1);
  });

  describe('who it is', () => {
    const strange = 'NOT_IN_ROSTER';
    it('the case of the Entra id does not matter', async () => {
      const t = await setUp();
      await t.arrives({ text: 'kế hoạch', from: { id: '29:an', aadObjectId: 'AAD-AN' } });
      assert.doesNotMatch(t.sent.at(-1)?.text ?? '', new RegExp(strange));
    });
    it('someone of another unit is nobody here', async () => {
      const t = await setUp();
      const elsewhere = { tenant: scope.tenant, unit: 'other-unit' };
      const an = await load(t.store, scope.unit, personRecord, person('an'));
      assert.ok(an);
      await t.store.commit('other-unit', [
        create(personRecord, elsewhere, 'person:x', an.data),
        create(aadKeyRecord, elsewhere, aadKeyId(scope.tenant, 'aad-x'), { personId: 'person:x' }),
      ]);
      await t.arrives({ text: 'kế hoạch', from: { id: '29:x', aadObjectId: 'aad-x' } });
      assert.match(t.sent.at(-1)?.text ?? '', new RegExp(strange));
    });
    for (const [what, change, isKnown] of [
      ['who leaves next month is still known', { status: 'left', statusFrom: '2026-12-01' }, true],
      ['who has left is not', { status: 'left', statusFrom: '2026-11-01' }, false],
      ['whose contract has ended is not', { endDate: '2026-11-01' }, false],
    ] as const) {
      it(what, async () => {
        const t = await setUp();
        const an = await load(t.store, scope.unit, personRecord, person('an'));
        assert.ok(an);
        await t.store.commit(scope.unit, [replace(personRecord, an, { ...an.data, ...change })]);
        await t.arrives({ text: 'kế hoạch' });
        assert.equal(t.sent.at(-1)?.text.includes(strange), !isKnown);
      });
    }
    it('who has left is refused from that instant: what they type, click on a card that they have, or send', async () => {
      const t = await setUp();
      const exchange = () => openExchange();
      await t.arrives(t.click, 'an', exchange());
      assert.equal(t.asked.length, 1);
      const an = await load(t.store, scope.unit, personRecord, person('an'));
      assert.ok(an);
      await t.store.commit(scope.unit, [replace(personRecord, an, { ...an.data, endDate: '2026-11-01' })]);
      const before = (await t.dump('audit')).length;
      const clicked = exchange();
      await t.arrives(t.click, 'an', clicked);
      assert.match(t.sent.at(-1)?.text ?? '', new RegExp(strange));
      assert.equal(t.asked.length, 1);
      const file = {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'nhan-su.csv',
        content: { downloadUrl: 'http://127.0.0.1/up/1', uniqueId: '1', fileType: 'csv' },
      };
      for (const sent of [{ text: 'kế hoạch' }, { text: '', attachments: [file] }]) {
        await t.arrives(sent);
        assert.match(t.sent.at(-1)?.text ?? '', new RegExp(strange));
      }
      assert.equal((await t.dump('sentFile')).length + (await t.dump('rosterImport')).length, 0);
      assert.equal((await t.dump('audit')).length, before);
    });
  });

  describe('how they are reached', () => {
    const address = (t: Awaited<ReturnType<typeof setUp>>) =>
      load(t.store, scope.unit, addressRecord, addressId(person('an')));
    it('an install that the sender outruns is looked at again: nobody stays unreachable by it', async () => {
      const t = await setUp();
      let outrun = false;
      t.faults.commit = (id) => {
        if (!id.startsWith('address:') || outrun) return undefined;
        outrun = true;
        return new StoreError('Conflict', id);
      };
      await t.arrives({ type: 'installationUpdate', action: 'add' });
      assert.equal((await address(t))?.data.reachable, 'yes');
    });
    it('an uninstall by someone never met is nothing to remember: the welcome is still to come', async () => {
      const t = await setUp();
      await t.arrives({ type: 'installationUpdate', action: 'remove' });
      await t.arrives({ type: 'installationUpdate', action: 'add' });
      const owed = await list(t.store, { unit: scope.unit, type: deliveryRecord });
      assert.deepEqual(
        owed.map(({ data }) => data.kind),
        ['welcome'],
      );
    });
    const app = (action: string, timestamp: string) => ({ type: 'installationUpdate', action, timestamp });
    const at = (time: string) => `2026-11-02T02:${time}.000Z`;
    it('an app taken away before its owner was last heard of is no news', async () => {
      const t = await setUp();
      await t.arrives({ text: 'kế hoạch', timestamp: at('00:00') });
      t.set('2026-11-02T09:10:00');
      await t.arrives({ text: 'kế hoạch', timestamp: at('09:50') });
      await t.arrives(app('remove', at('09:40')));
      assert.equal((await address(t))?.data.reachable, 'yes', 'it changes nothing');
      await t.arrives(app('remove', at('09:55')));
      assert.equal((await address(t))?.data.reachable, 'blocked');
    });
    it('nor is it after a restart, when the address itself is younger', async () => {
      const t = await setUp();
      t.set('2026-11-02T09:10:00');
      await t.arrives(app('add', at('09:50')));
      t.restart();
      await t.arrives(app('remove', at('05:00')));
      assert.equal((await address(t))?.data.reachable, 'yes');
    });
    it('nor is it in another process, once the app has come back by the same way', async () => {
      const t = await setUp();
      await t.arrives({ text: 'kế hoạch', timestamp: at('00:00') });
      t.set('2026-11-02T09:10:00');
      await t.arrives(app('add', at('09:50')));
      t.restart();
      await t.arrives(app('remove', at('09:40')));
      assert.equal((await address(t))?.data.reachable, 'yes');
      await t.arrives(app('remove', at('09:55')));
      assert.equal((await address(t))?.data.reachable, 'blocked');
    });
    it('an app added before it was taken away is no news, a word of its owner is', async () => {
      const t = await setUp();
      await t.arrives({ text: 'kế hoạch', timestamp: at('00:00') });
      t.set('2026-11-02T09:10:00');
      await t.arrives(app('remove', at('09:50')));
      await t.arrives(app('add', at('09:40')));
      assert.equal((await address(t))?.data.reachable, 'blocked');
      await t.arrives({ text: 'kế hoạch' });
      assert.equal((await address(t))?.data.reachable, 'yes');
    });
    it('a message deleted, a reaction or somebody else’s coming after the app was taken away is no sign of life', async () => {
      const t = await setUp();
      await t.arrives({ text: 'kế hoạch' });
      await t.arrives({ type: 'installationUpdate', action: 'remove' });
      for (const event of [
        { type: 'messageDelete', id: 'm1' },
        { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
        { type: 'conversationUpdate', membersAdded: [{ id: '29:b' }] },
        { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] },
        { type: 'typing' },
      ])
        await t.arrives(event);
      assert.equal((await address(t))?.data.reachable, 'blocked');
    });
    it('a conversation that Teams does not call personal is nobody’s address', async () => {
      const t = await setUp();
      await t.arrives({ text: 'kế hoạch', conversation: { id: '19:several' } });
      assert.equal(await address(t), undefined);
    });
  });
});

import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { openExchange } from '../../src/bot/in-time.ts';
import { createTurn } from '../../src/bot/turn.ts';
import { create, load, replace } from '../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../src/records/address.ts';
import { aadKeyId, aadKeyRecord } from '../../src/records/key.ts';
import { deliveryRecord } from '../../src/records/message.ts';
import { callDraft, postCall } from '../support/a-call.ts';
import { fakeMessenger } from '../support/fake-messenger.ts';
import { dispatch, openOffice, person, scope, textOf } from '../support/office.ts';
import { storeWith } from '../support/store-with.ts';

const call = `call:${callDraft.formId}`;
interface Wanted {
  readonly verb?: string;
  readonly data?: object;
}
interface Response {
  readonly statusCode: number;
  readonly type: string;
  readonly value: Record<string, unknown>;
}

/** The bot with all that it can do, and a call in the youth channel, which an has answered with yes and hniê with no. */
async function setUp() {
  const office = await openOffice();
  let commits = 0;
  const store = storeWith(office.store, {
    commit: (unit, changes) => {
      commits += 1;
      return office.store.commit(unit, changes);
    },
  });
  for (const key of ['an', 'hniê', 'on'])
    await office.store.commit(scope.unit, [
      create(aadKeyRecord, scope, aadKeyId(scope.tenant, `aad-${key}`), { personId: person(key) }),
    ]);
  await postCall(office);
  await office.as('an').click('call.answer', { call, answer: 'yes' });
  await office.as('hniê').click('call.answer', { call, answer: 'no' });
  await office.runDue();
  const turn = createTurn({
    machine: { ...office.machine, store },
    officeOf: office.officeOf,
    pages: office.book,
    dispatch,
    messenger: fakeMessenger().messenger,
    pace: { reply: async () => undefined },
    pause: async () => undefined,
  });
  const posted: string[] = [];
  /** What the client of this person gets that asks for `data` by itself, in the channel. */
  async function asks(key: string, { verb = 'call.own', ...more }: Wanted, where: object = {}) {
    let answer: Response | undefined;
    const activity = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1/',
      from: { id: `29:${key}`, aadObjectId: `aad-${key}` },
      recipient: { id: '28:bot' },
      conversation: { id: '19:youth', conversationType: 'channel' },
      replyToId: 'm1',
      value: { action: { type: 'Action.Execute', verb, ...more }, trigger: 'automatic' },
      ...where,
    };
    const sendActivity = async (out: { type: string; value?: { body: Response } }) => {
      if (out.type === 'invokeResponse') answer = out.value?.body;
      else posted.push(JSON.stringify(out));
      return { id: 'm9' };
    };
    await turn({ activity, sendActivity } as unknown as TurnContext, openExchange());
    assert.ok(answer, 'no answer');
    return { ...answer, text: textOf(answer.value) };
  }
  return { office, asks, posted, commits: () => commits };
}

describe('a card that a client asks for by itself', () => {
  it('is the shared one with the reader’s own answer, for them alone, and nothing is written or posted', async () => {
    const t = await setUp();
    for (const [key, own] of [
      ['an', /Câu trả lời của anh\/chị: Tham gia \(lúc/],
      ['hniê', /Câu trả lời của anh\/chị: Không tham gia \(lúc/],
    ] as const) {
      const { statusCode, type, text } = await t.asks(key, { data: { call } });
      assert.deepEqual([statusCode, type], [200, 'application/vnd.microsoft.card.adaptive']);
      assert.match(text, own);
      assert.equal(text.match(/Câu trả lời/g)?.length, 2, 'the sentence, and the name of the refresh');
    }
    const silent = await t.asks('on', { data: { call } });
    assert.doesNotMatch(silent.text, /Câu trả lời của anh/);
    assert.match(silent.text, /1\nTham gia\n0\nCó thể tham gia\n1\nKhông tham gia/);
    assert.deepEqual([t.commits(), t.posted], [0, []]);
  });
  it('proves nothing: a message of theirs that it names is not told to have arrived', async () => {
    const t = await setUp();
    const [invite] = (await t.office.owed('call.invite')).filter(({ to }) => to === 'an');
    const sent = await load(t.office.store, scope.unit, deliveryRecord, invite?.id ?? '');
    assert.ok(sent);
    const data = { ...sent.data, state: 'sent' as const, attempts: 1 };
    await t.office.store.commit(scope.unit, [replace(deliveryRecord, sent, data)]);
    const { statusCode } = await t.asks('an', { data: { call, delivery: sent.id } });
    const after = await load(t.office.store, scope.unit, deliveryRecord, sent.id);
    assert.deepEqual([statusCode, after?.data.answeredAt, t.commits()], [200, null, 0]);
  });

  const forged: [what: string, asks: Wanted, key?: string, where?: object][] = [
    ['somebody else’s card', { data: { call, person: person('hniê') } }],
    ['a call that there is none of', { data: { call: 'call:nope00' } }],
    ['what is no call', { data: { call: person('hniê') } }],
    ['nothing', {}],
    ['a page that is not for clients', { verb: 'call.show', data: { call } }],
    ['an answer given without a click', { verb: 'call.answer', data: { call, answer: 'no' } }],
    ['a verb that there is none of', { verb: 'call.nope', data: { call } }],
    ['it as a stranger', { data: { call } }, 'nobody'],
    [
      'it in a personal chat, where no card has a refresh',
      { data: { call } },
      'an',
      { conversation: { id: 'a:an', conversationType: 'personal' } },
    ],
  ];
  for (const [what, asks, key = 'an', where = {}] of forged)
    it(`is refused to whoever asks for ${what}: the client keeps the card it has`, async () => {
      const t = await setUp();
      const answers = await t.office.dump('answer');
      const { statusCode, type, value } = await t.asks(key, asks, where);
      assert.deepEqual([statusCode, type], [400, 'application/vnd.microsoft.error']);
      assert.doesNotMatch(JSON.stringify(value), /H'Hen|Không tham gia|Diên Khánh/);
      assert.deepEqual(await t.office.dump('answer'), answers);
      assert.deepEqual(t.posted, []);
    });
  it('is refused without a word in the chat when too much of theirs waits', async () => {
    const t = await setUp();
    const answers = await Promise.all(Array.from({ length: 30 }, () => t.asks('an', { data: { call } })));
    const refused = answers.filter(({ statusCode }) => statusCode === 400);
    assert.equal(refused.length, 10);
    assert.ok(refused.every(({ type }) => type === 'application/vnd.microsoft.error'));
    assert.deepEqual(t.posted, []);
  });
  it('says whose it is: their client may go on asking, and nobody else’s', async () => {
    const t = await setUp();
    const way = {
      conversationId: 'a:an',
      serviceUrl: 'http://127.0.0.1/',
      botId: '28:bot',
      teamId: '',
      channelName: '',
    };
    const address = {
      ...way,
      owner: person('an'),
      userId: '29:an',
      reachable: 'yes' as const,
      reason: '',
      at: '2026-11-01T00:00:00.000Z',
    };
    await t.office.store.commit(scope.unit, [create(addressRecord, scope, addressId(person('an')), address)]);
    const userIdsOf = async (key: string) =>
      ((await t.asks(key, { data: { call } })).value.refresh as { userIds: string[] }).userIds;
    assert.deepEqual(await userIdsOf('an'), ['29:an']);
    assert.deepEqual(await userIdsOf('hniê'), []);
  });
});

import assert from 'node:assert/strict';
import { type InvokeResponse, StatusCodes, type TurnContext } from 'botbuilder';
import { afterEach, describe, it } from 'mocha';
import { CardRefusal } from '../../sandbox/card-reading.ts';
import { card, cardMessage, isMessage, sandboxWithBot } from './support/sandbox-with-bot.ts';

const question = card(
  [
    { type: 'Input.Text', id: 'note', isRequired: true, maxLength: 20 },
    { type: 'Input.ChoiceSet', id: 'rating', choices: [{ title: 'Đạt', value: 'met' }] },
    { type: 'Input.Toggle', id: 'wish', title: 'Đề nghị xét', value: 'false' },
    { type: 'Input.Number', id: 'count', min: 1, max: 9 },
  ],
  [
    { type: 'Action.Execute', id: 'save', title: 'Lưu', verb: 'assess.save', data: { criterion: 'c1' } },
    { type: 'Action.Execute', title: 'Xem', verb: 'assess.open', data: { step: 1 }, associatedInputs: 'none' },
    { type: 'Action.Execute', title: 'Xem tiếp', verb: 'assess.open', data: { step: 2 }, associatedInputs: 'none' },
    {
      type: 'Action.ShowCard',
      title: 'Lý do',
      card: card(
        [{ type: 'Input.Text', id: 'reason' }],
        [{ type: 'Action.Execute', title: 'Trả lại', verb: 'review.return' }],
      ),
    },
  ],
);

const answerWith = (
  context: TurnContext,
  value: unknown,
  type = 'application/vnd.microsoft.card.adaptive',
  status = 200,
) =>
  context.sendActivity({
    type: 'invokeResponse',
    value: { status: StatusCodes.OK, body: { statusCode: status, type, value } } satisfies InvokeResponse,
  });

describe('cards in the sandbox', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  async function start(
    onInvoke: (context: TurnContext) => Promise<unknown>,
    options: Parameters<typeof sandboxWithBot>[1] = {},
  ) {
    const started = await sandboxWithBot(async (context) => {
      if (context.activity.type === 'invoke') await onInvoke(context);
      else if (isMessage(context) && context.activity.text)
        await context.sendActivity(cardMessage(question, 'Tự đánh giá'));
    }, options);
    stop = started.stop;
    await started.sandbox.install(['hoa', 'dao']);
    started.bot.heard.length = 0;
    const hoa = started.sandbox.as('hoa');
    const [message] = await hoa.say('tự đánh giá');
    assert.ok(message);
    return { ...started, hoa, message };
  }

  const done = card([{ type: 'TextBlock', text: 'Đã lưu.' }]);

  it('sends an Execute as an invoke with the data of the card and of its inputs', async () => {
    const { bot, hoa, message } = await start((context) => answerWith(context, done));
    await hoa.click(message, 'assess.save', { note: 'Hoàn thành', rating: 'met', wish: true, count: 3 });
    const invoke = bot.heard.at(-1);
    assert.equal(invoke?.name, 'adaptiveCard/action');
    assert.equal(invoke?.replyToId, message.id);
    assert.deepEqual(invoke?.value, {
      action: {
        type: 'Action.Execute',
        id: 'save',
        title: 'Lưu',
        verb: 'assess.save',
        data: { criterion: 'c1', note: 'Hoàn thành', rating: 'met', wish: 'true', count: '3' },
      },
      trigger: 'manual',
    });
  });

  it('keeps the returned card in the client that clicked, until a reload, an edit or a reaction', async () => {
    const { hoa, sandbox, message } = await start((context) => answerWith(context, done));
    const inputs = { note: 'x' };
    const result = await hoa.click(message, 'assess.save', inputs);
    assert.deepEqual(result.card, done);
    assert.equal(hoa.last().words, 'Đã lưu.');
    assert.deepEqual(hoa.last().raw.attachments[0]?.content, question, 'the stored message is as it was');
    hoa.reload();
    assert.ok(hoa.last().card?.actions, 'the stored card is back');
    await hoa.click(message, 'assess.save', inputs);
    await hoa.react(message);
    assert.ok(hoa.last().words.includes('Đạt'), 'a reaction brings the stored card back');
    assert.equal(sandbox.as('hoa').last().raw.reactions.like?.[0], 'hoa');
  });

  it('does not send what the client would not send', async () => {
    const { bot, hoa, message } = await start((context) => answerWith(context, done));
    const sent = bot.heard.length;
    const refused = (inputs: Record<string, string | number>, why: RegExp) =>
      assert.rejects(
        () => hoa.click(message, 'assess.save', inputs),
        (error) => error instanceof CardRefusal && why.test(error.message),
      );
    await refused({}, /"note" is required/);
    await refused({ note: 'x'.repeat(21) }, /longer than 20/);
    await refused({ note: 'x', rating: 'tampered' }, /no choice "tampered"/);
    await refused({ note: 'x', count: 10 }, /over 9/);
    await refused({ note: 'x', nope: '1' }, /No input "nope"/);
    await assert.rejects(() => hoa.click(message, 'assess.finish'), CardRefusal);
    assert.equal(bot.heard.length, sent);
  });

  it('picks a button by title or data, and reaches into ShowCards with the inputs around them', async () => {
    const { bot, hoa, message } = await start((context) => answerWith(context, done));
    const last = () => bot.heard.at(-1)?.value.action.data;
    await hoa.click(message, 'assess.open', {}, { data: { step: 2 } });
    assert.deepEqual(last(), { step: 2 });
    hoa.reload();
    await hoa.click(message, 'assess.open', {}, { title: 'Xem' });
    assert.deepEqual(last(), { step: 1 });
    hoa.reload();
    await hoa.click(message, 'review.return', { note: 'a', reason: 'b' });
    assert.deepEqual(last(), { note: 'a', wish: 'false', reason: 'b' });
  });

  it('shows notices and errors of the answer', async () => {
    let answer = ['application/vnd.microsoft.activity.message', 'Đã ghi nhận.', 200] as [string, unknown, number];
    const { hoa } = await start((context) => answerWith(context, answer[1], answer[0], answer[2]));
    assert.equal((await hoa.forge('any.verb', { id: 'x' })).notice, 'Đã ghi nhận.');
    answer = ['application/vnd.microsoft.error', { code: '403', message: 'Không có quyền.' }, 403];
    const refused = await hoa.forge('any.verb', {});
    assert.deepEqual([refused.status, refused.error], [403, 'Không có quyền.']);
  });

  it('delivers an unanswered invoke once more under a new id', async () => {
    let waiting = 0;
    let secondCame = (): void => undefined;
    const second = new Promise<void>((resolve) => {
      secondCame = resolve;
    });
    const { bot, hoa } = await start(
      async (context) => {
        waiting += 1;
        if (waiting === 1) await second;
        else secondCame();
        await answerWith(context, done);
      },
      { invokeTimeout: 1_000 },
    );
    const result = await hoa.forge('assess.save', {});
    assert.deepEqual(result.card, done);
    const invokes = bot.heard.filter(({ type }) => type === 'invoke');
    assert.equal(invokes.length, 2);
    assert.notEqual(invokes[0]?.id, invokes[1]?.id);
    assert.deepEqual(invokes[0]?.value, invokes[1]?.value);
  });

  it('delivers a click again under a new id though it was answered, and shows the second answer', async () => {
    let clicks = 0;
    const { bot, hoa, sandbox } = await start(async (context) => {
      clicks += 1;
      await answerWith(context, `lần ${clicks}`, 'application/vnd.microsoft.activity.message');
    });
    sandbox.faults.add({ kind: 'redelivery', count: 1 });
    assert.equal((await hoa.forge('assess.save', {})).notice, 'lần 2');
    const invokes = bot.heard.filter(({ type }) => type === 'invoke');
    assert.deepEqual(invokes[0]?.value, invokes[1]?.value);
    assert.notEqual(invokes[0]?.id, invokes[1]?.id);
    assert.equal((await hoa.forge('assess.save', {})).notice, 'lần 3');
  });

  it('waits for messages that come later, and gives each once', async () => {
    const { hoa, sandbox, bot } = await start((context) => answerWith(context, done));
    const reference = bot.heard[0];
    assert.ok(reference);
    const sending = bot.adapter.continueConversationAsync(
      '',
      {
        conversation: {
          ...reference.conversation,
          id: reference.conversation?.id ?? '',
          name: '',
          conversationType: 'personal',
          isGroup: false,
        },
        channelId: 'msteams',
        serviceUrl: sandbox.serviceUrl,
        bot: { id: '28:b', name: '' },
      },
      async (context) => {
        await context.sendActivity('Nhắc hạn gửi hồ sơ');
      },
    );
    const reminder = await hoa.next(({ text }) => text.startsWith('Nhắc'));
    await sending;
    assert.equal(reminder.text, 'Nhắc hạn gửi hồ sơ');
    await assert.rejects(hoa.next(undefined, 30), /No such message/);
  });
});

import assert from 'node:assert/strict';
import { StatusCodes, type TurnContext } from 'botbuilder';
import { afterEach, describe, it } from 'mocha';
import { CardRefusal } from '../../sandbox/card-reading.ts';
import { mriOf } from '../../sandbox/server/tenant.ts';
import { callTo, card, cardMessage, isMessage, sandboxWithBot } from './support/sandbox-with-bot.ts';

/** A bot that posts one card for all into the channel when it is mentioned, and answers each who asks for theirs with their name. */
describe('cards of each reader in the sandbox', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  async function start(named: readonly string[]) {
    const shared = (text: string, userIds: readonly string[]) => ({
      ...card([{ type: 'TextBlock', text }], [{ type: 'Action.Execute', title: 'Tham gia', verb: 'vote' }]),
      refresh: { action: { type: 'Action.Execute', title: 'Của tôi', verb: 'own', data: { of: 'c1' } }, userIds },
    });
    let answers = true;
    const started = await sandboxWithBot(async (context: TurnContext) => {
      if (context.activity.type === 'invoke') {
        const value = answers
          ? card([{ type: 'TextBlock', text: `của ${context.activity.from.name}` }])
          : { code: 'x', message: 'không' };
        const type = answers ? 'application/vnd.microsoft.card.adaptive' : 'application/vnd.microsoft.error';
        const body = { statusCode: answers ? 200 : 400, type, value };
        await context.sendActivity({ type: 'invokeResponse', value: { status: StatusCodes.OK, body } });
      } else if (isMessage(context) && context.activity.text) {
        await context.sendActivity(cardMessage(shared('chung', userIds())));
      }
    });
    const userIds = () => named.map((key) => mriOf(started.sandbox.as(key).aadObjectId));
    stop = started.stop;
    await started.sandbox.install(['bao', 'duc', 'sen']);
    const bao = started.sandbox.as('bao').channel('youth');
    const duc = started.sandbox.as('duc').channel('youth');
    const [message] = await bao.mention('đăng');
    assert.ok(message);
    const edit = (text: string) =>
      callTo(
        started.sandbox,
        'PUT',
        `conversations/${message.chatId}/activities/${message.id}`,
        cardMessage(shared(text, userIds())),
      );
    const asked = () =>
      started.bot.heard.filter(({ type }) => type === 'invoke').map(({ value }) => value.trigger as string);
    return {
      ...started,
      bao,
      duc,
      message,
      asked,
      refuse: () => {
        answers = false;
      },
      edit,
    };
  }

  it('are asked for by the clients of those whom the card names, when they show it; the others see the shared one', async () => {
    const { bot, bao, duc, message, asked } = await start(['duc']);
    assert.equal(bao.last().words.includes('chung'), true);
    assert.match((await bao.look(message)).words, /chung/);
    assert.match((await duc.look(message)).words, /^của .*Đức$/);
    assert.deepEqual(asked(), ['automatic']);
    const invoke = bot.heard.findLast(({ type }) => type === 'invoke');
    assert.deepEqual(invoke?.value.action, {
      type: 'Action.Execute',
      title: 'Của tôi',
      verb: 'own',
      data: { of: 'c1' },
    });
    assert.equal(invoke?.replyToId, message.id);
    assert.match(bao.last().words, /chung/, 'it is that client’s alone');
  });
  it('are asked for again after a minute, or when the bot has changed the message; a reaction alone does not', async () => {
    const { sandbox, duc, message, asked, edit } = await start(['duc']);
    await duc.look(message);
    await duc.look(message);
    assert.equal(asked().length, 1);
    await duc.react(message);
    assert.match((await duc.look(message)).words, /chung/, 'the shared card is back until the minute is over');
    sandbox.clock.advance({ seconds: 61 });
    assert.match((await duc.look(message)).words, /của/);
    assert.equal(asked().length, 2);
    await edit('chung, đổi');
    assert.match(duc.last().words, /đổi/);
    assert.match((await duc.look(message)).words, /của/);
    assert.equal(asked().length, 3);
    duc.reload();
    assert.match((await duc.look(message)).words, /của/);
    assert.equal(asked().length, 4, 'a client that was started anew knows nothing');
  });
  it('are asked for from the menu by whoever is not named', async () => {
    const { bao, message, asked } = await start([]);
    const chosen = await bao.refresh(message);
    assert.match(chosen.message.words, /của/);
    assert.deepEqual(asked(), ['manual']);
    await assert.rejects(() => bao.click(message, 'own'), CardRefusal, 'it is no button');
  });
  it('stay as they are when the bot refuses', async () => {
    const { duc, message, refuse } = await start(['duc']);
    refuse();
    assert.match((await duc.look(message)).words, /chung/);
    assert.deepEqual((await duc.refresh(message)).status, 400);
  });
  it('are asked for by sixty clients at the most', async () => {
    const named = [...Array(60).fill('sen'), 'duc'];
    const { duc, message, asked } = await start(named);
    await duc.look(message);
    assert.deepEqual(asked(), []);
  });
});

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { team } from '../../sandbox/server/tenant.ts';
import { echo, sandboxWithBot } from './support/sandbox-with-bot.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('what the sandbox tells of messages that stand already', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  async function start() {
    const { sandbox, bot, stop: end } = await sandboxWithBot(echo);
    stop = end;
    await sandbox.install(['hoa', 'dao']);
    const hoa = sandbox.as('hoa');
    await hoa.say('hồ sơ & minh chứng');
    const mine = hoa.messages().find(({ author }) => author.kind === 'person');
    assert.ok(mine);
    bot.heard.length = 0;
    const html = () => String(bot.heard.at(-1)?.attachments?.find((each) => each.contentType === 'text/html')?.content);
    return { sandbox, bot, hoa, mine, html, raw: () => hoa.messages().find(({ id }) => id === mine.id)?.raw };
  }

  it('an edit comes with the id and the new words, and is marked in the chat', async () => {
    const { bot, hoa, mine, raw } = await start();
    assert.deepEqual(await hoa.edit(mine, 'kết quả'), []);
    const [heard] = bot.heard;
    assert.deepEqual(
      [heard?.type, heard?.id, heard?.text, heard?.channelData?.eventType, bot.heard.length],
      ['messageUpdate', mine.id, 'kết quả', 'editMessage', 1],
    );
    assert.deepEqual([raw()?.text, raw()?.edited], ['kết quả', true]);
  });
  it('a deletion comes without words', async () => {
    const { bot, hoa, mine, raw } = await start();
    await hoa.remove(mine);
    const [heard] = bot.heard;
    assert.deepEqual(
      [heard?.type, heard?.id, heard?.text, heard?.channelData?.eventType],
      ['messageDelete', mine.id, undefined, 'softDeleteMessage'],
    );
    assert.deepEqual([raw()?.deleted, raw()?.text], [true, '']);
    await assert.rejects(hoa.edit(mine, 'x'), /HTTP 404/);
  });
  it('a quote is a sign in the text, an entity, and a blockquote in the copy', async () => {
    const { bot, hoa, html } = await start();
    const answer = hoa.last();
    await hoa.quote(answer, 'cảm ơn');
    const [heard] = bot.heard;
    assert.equal(heard?.text, `<quoted messageId="${answer.id}"/>cảm ơn`);
    assert.equal(heard?.entities?.[0]?.type, 'quotedReply');
    assert.match(
      html(),
      /^<blockquote itemscope itemtype="http:\/\/schema\.skype\.com\/Reply".*Anh\/chị viết: hồ sơ &amp; minh.*<p>cảm ơn<\/p>$/,
    );
    const quoting = hoa.messages().find(({ text }) => text === 'cảm ơn');
    assert.deepEqual(quoting?.raw.quote, { author: { kind: 'bot' }, text: answer.text, isForwarded: false });
  });
  it('a forwarded message is words after one’s own; what hangs on it stands in the copy alone', async () => {
    const { bot, hoa, mine, html } = await start();
    await hoa.forward(mine, 'xem giúp');
    assert.equal(bot.heard.at(-1)?.text, 'xem giúp\r\n\r\nhồ sơ & minh chứng');
    assert.match(html(), /^<p>xem giúp<\/p><blockquote itemtype="http:\/\/schema\.skype\.com\/Forward"><p>hồ sơ &amp;/);
    await hoa.pasteImage(png);
    const picture = hoa.messages().findLast(({ author }) => author.kind === 'person');
    assert.ok(picture);
    await hoa.forward(picture);
    assert.match(html(), /<blockquote[^>]*Forward"><p><\/p><p><img src="http:/);
    assert.equal(bot.heard.at(-1)?.attachments?.length, 1);
    await hoa.upload('a.pdf', png);
    const file = hoa.messages().findLast(({ author }) => author.kind === 'person');
    assert.ok(file);
    await hoa.forward(file);
    assert.match(html(), /<attachment id="\d+"><\/attachment>/);
  });
  it('of a channel the bot hears none of this; what is forwarded from there comes in the personal chat', async () => {
    const { sandbox, bot, hoa } = await start();
    const general = hoa.channel('general');
    await general.mention('kênh');
    const post = general.messages().find(({ author }) => author.kind === 'person');
    assert.ok(post);
    bot.heard.length = 0;
    await general.edit(post, 'kênh khác');
    await general.remove(post);
    await assert.rejects(general.quote(general.last(), 'x'), /HTTP 400/);
    assert.equal(bot.heard.length, 0);
    await general.forward(general.last());
    assert.deepEqual([bot.heard.length, bot.heard[0]?.conversation?.id], [1, sandbox.as('hoa').chatId]);
    assert.notEqual(bot.heard[0]?.conversation?.id, team.id);
  });
  it('nobody changes what somebody else has written', async () => {
    const { sandbox, bot, hoa } = await start();
    for (const deed of [hoa.edit(hoa.last(), 'x'), hoa.remove(hoa.last())]) await assert.rejects(deed, /HTTP 403/);
    const general = hoa.channel('general');
    await general.say('bài của Hoa');
    const post = general.messages()[0];
    assert.ok(post);
    await assert.rejects(sandbox.as('dao').channel('general').edit(post, 'x'), /HTTP 403/);
    assert.equal(bot.heard.length, 0);
  });
  it('an upgrade of the app comes as one, to whoever has it', async () => {
    const { sandbox, bot, hoa } = await start();
    await hoa.upgrade();
    await sandbox.as('tho').upgrade();
    assert.deepEqual(
      bot.heard.map(({ type, action }) => [type, action]),
      [['installationUpdate', 'add-upgrade']],
    );
  });

  it('the page asks for each of them by the person’s own chat', async () => {
    const { sandbox, bot, hoa, mine } = await start();
    const call = async (as: string, method: string, path: string, body?: unknown) => {
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${sandbox.url}/api/${path}`, { method, headers: { 'x-person': as }, ...init });
      return [response.status, ((await response.json()) as { botStatus?: number }).botStatus];
    };
    const message = `chats/${encodeURIComponent(hoa.chatId)}/messages/${mine.id}`;
    assert.deepEqual(await call('dao', 'PUT', message, { text: 'x' }), [403, undefined]);
    assert.deepEqual(await call('hoa', 'PUT', message, { text: '' }), [400, undefined]);
    assert.deepEqual(await call('hoa', 'PUT', message, { text: 'x' }), [200, 200]);
    assert.deepEqual(await call('hoa', 'POST', `${message}/quote`, { text: 'x' }), [200, 200]);
    assert.deepEqual(await call('hoa', 'POST', `${message}/forward`, {}), [200, 200]);
    assert.deepEqual(await call('hoa', 'DELETE', message), [200, 200]);
    assert.deepEqual(await call('hoa', 'DELETE', message), [404, undefined]);
    assert.equal((await call('hoa', 'POST', 'upgrade'))[0], 200);
    assert.deepEqual(
      bot.heard.map(({ type }) => type),
      ['messageUpdate', 'message', 'message', 'messageDelete', 'installationUpdate'],
    );
  });
});

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { echo, isMessage, sandboxWithBot } from './support/sandbox-with-bot.ts';

describe('what the sandbox sends to the bot', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  async function start(...given: Parameters<typeof sandboxWithBot>) {
    const started = await sandboxWithBot(...given);
    stop = started.stop;
    await started.sandbox.install();
    started.bot.heard.length = 0;
    return started;
  }

  it('tells the bot of each installation, and of the team, as Teams does', async () => {
    const { sandbox, bot, stop: end } = await sandboxWithBot(echo);
    stop = end;
    await sandbox.install();
    const adds = bot.heard.filter((activity) => activity.type === 'installationUpdate');
    const updates = bot.heard.filter((activity) => activity.type === 'conversationUpdate');
    // 60 people and 2 outsiders, one of them without the app; and the team.
    assert.equal(adds.length, 62);
    assert.equal(updates.length, 62);
    assert.ok(adds.every((activity) => activity.action === 'add'));
    assert.ok(updates.every((activity) => activity.membersAdded?.[0]?.id === activity.recipient?.id));
    assert.equal(adds.filter((activity) => activity.conversation?.conversationType === 'channel').length, 1);
    await sandbox.install();
    assert.equal(bot.heard.length, 124, 'a second run installs nothing twice');
  });

  it('sends a typed message with the fields of Teams and no e-mail', async () => {
    const { sandbox, bot } = await start(echo);
    sandbox.clock.set('2026-11-30T23:59:50');
    const [answer] = await sandbox.as('hoa').say('trợ giúp');
    assert.equal(answer?.text, 'Anh/chị viết: trợ giúp');
    const [heard] = bot.heard;
    assert.equal(heard?.channelId, 'msteams');
    assert.equal(heard?.conversation?.conversationType, 'personal');
    assert.equal(heard?.from?.aadObjectId, sandbox.as('hoa').aadObjectId);
    assert.deepEqual(Object.keys(heard?.from ?? {}).sort(), ['aadObjectId', 'id', 'name']);
    assert.match(String(heard?.timestamp), /^2026-11-30T16:59:5\d/);
    assert.match(String(heard?.localTimestamp), /^2026-11-30T23:59:5\d.*\+07:00$/);
    assert.equal(heard?.entities?.[0]?.type, 'clientInfo');
    assert.equal(heard?.attachments?.[0]?.contentType, 'text/html');
  });

  it('lets the bot hear a channel only when mentioned, with the mention in the text', async () => {
    const { sandbox, bot } = await start(async (context) => {
      if (isMessage(context)) await context.sendActivity('Đã ghi nhận kênh.');
    });
    const office = sandbox.as('dao').channel('office');
    assert.deepEqual(await office.say('kênh'), []);
    assert.equal(bot.heard.length, 0);
    const [answer] = await office.mention('kênh');
    const [heard] = bot.heard;
    assert.equal(heard?.text, '<at>Trợ lý thi đua</at>&nbsp;kênh');
    assert.equal(heard?.entities?.[0]?.type, 'mention');
    assert.match(heard?.conversation?.id ?? '', /@thread\.tacv2;messageid=\d+$/);
    assert.equal(answer?.raw.threadId, heard?.id, 'the answer stands in the thread of the mention');
  });

  it('offers a file by a pre-authenticated link and a picture on the connector host', async () => {
    const { sandbox, bot } = await start(async () => {});
    const hoa = sandbox.as('hoa');
    await hoa.upload('báo-cáo.pdf', Buffer.from('%PDF-1.4'));
    const file = bot.heard[0]?.attachments?.[0];
    assert.equal(file?.contentType, 'application/vnd.microsoft.teams.file.download.info');
    assert.equal(file?.content.fileType, 'pdf');
    assert.equal(await (await fetch(file?.content.downloadUrl)).text(), '%PDF-1.4');
    await hoa.pasteImage(Buffer.from([0xff, 0xd8, 0xff]));
    const picture = bot.heard[1]?.attachments?.[0];
    assert.equal(picture?.contentType, 'image/jpeg');
    assert.ok(picture?.contentUrl?.startsWith(`${sandbox.serviceUrl}v3/attachments/`));
    assert.equal((await (await fetch(picture?.contentUrl ?? '')).arrayBuffer()).byteLength, 3);
    assert.equal((await fetch(`${picture?.contentUrl}x`)).status, 404);
  });

  it('sends a Submit as a message without text', async () => {
    const { sandbox, bot } = await start(async () => {});
    await sandbox.as('hoa').submit('assess.open', { roundId: 'annual-2026' });
    assert.equal(bot.heard[0]?.type, 'message');
    assert.equal(bot.heard[0]?.text, undefined);
    assert.deepEqual(bot.heard[0]?.value, { roundId: 'annual-2026', verb: 'assess.open' });
  });

  it('turns an imBack button into a typed message', async () => {
    const { sandbox, bot } = await start(echo);
    const hoa = sandbox.as('hoa');
    const [answer] = await hoa.submit('x', { msteams: { type: 'imBack', value: 'hồ sơ' } });
    assert.equal(bot.heard[0]?.text, 'hồ sơ');
    assert.equal(answer?.text, 'Anh/chị viết: hồ sơ');
    assert.equal(hoa.messages().at(-2)?.text, 'hồ sơ', 'the chat shows it as typed');
  });

  it('does not carry the words of people who removed or blocked the bot', async () => {
    const { sandbox, bot } = await start(echo);
    await sandbox.as('suu').say('xin chào');
    await sandbox.as('tho').say('xin chào');
    assert.equal(bot.heard.length, 0);
    await sandbox.as('tho').install();
    assert.deepEqual(
      bot.heard.map((activity) => activity.type),
      ['installationUpdate', 'conversationUpdate'],
    );
    assert.equal((await sandbox.as('tho').say('xin chào')).length, 1);
  });
});

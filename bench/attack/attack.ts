import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PersonClient } from '../../sandbox/client.ts';
import { movableClock } from '../../sandbox/clock.ts';
import type { SeenMessage } from '../../sandbox/seen.ts';
import { startSandbox } from '../../sandbox/server/start-sandbox.ts';
import { type ChildBot, freePort, startChildBot } from '../../test/story/support/child-bot.ts';
import { centreFolder } from '../../test/story/support/open-centre.ts';
import { openRound } from '../../test/story/support/open-round.ts';
import { activityOf, postTo, type WireActivity } from '../../test/story/support/wire.ts';
import { actionsOf } from '../../test/support/office.ts';
import { machine } from '../fanout/report.ts';

const megabyte = 1024 * 1024;
const fileBytes = 19 * megabyte;
const readers = 60;
const texts = 2_000;
/** The floor of what one person may make of the bot. */
const mostMb = 250;

/** What one bad person can do to a bot in an office: slow readers of an own file, a flood of messages, files and calls of a stranger. @returns 0 when the floor holds */
export async function attack(): Promise<number> {
  const clock = movableClock('2026-10-26T08:00');
  const sandbox = await startSandbox({ clock });
  const place = centreFolder();
  const env = { ...place.env, NOW: clock.now().toISO() ?? '' };
  const bot = await startChildBot(await freePort(), env, { startsWithin: 60_000 });
  const url = `${bot.url}/api/messages`;
  try {
    sandbox.connect(url);
    await sandbox.install();
    await openRound(sandbox);
    const lan = sandbox.as('lan');
    await lan.upload('minh chứng.pdf', pdf());
    const { message } = await lan.click(await evidenceOf(lan), 'evidence.open');
    const link = /"url":"([^"]+\/files\/[^"]+)"/.exec(JSON.stringify(message.card))?.[1] ?? '';
    const calm = answerMs(url, activityOf(sandbox, 'hoa', { text: 'trợ giúp' }));
    report('before', { bot, told: { 'an answer, ms': await calm } });

    const { opened, refused } = await slowReaders(bot, new URL(link).pathname);
    report(`${readers} slow readers of an own file of 19 MB`, { bot, told: { opened, refused } });

    const flood = Array.from({ length: texts }, (_, i) => postTo(url, activityOf(sandbox, 'lan', { text: `x ${i}` })));
    await pause(200);
    const waited = await answerMs(url, activityOf(sandbox, 'hoa', { text: 'trợ giúp' }));
    await Promise.all(flood.map(async (answer) => (await answer).text()));
    report(`${texts} texts of one person at once`, { bot, told: { 'another waited, ms': waited } });

    const stranger = {
      from: { id: '29:x', aadObjectId: randomUUID() },
      conversation: { id: 'a:x', conversationType: 'personal' },
    };
    const calls = Array.from({ length: 500 }, () =>
      postTo(url, activityOf(sandbox, 'lan', { text: 'xin chào', ...stranger })),
    );
    const beside = await answerMs(url, activityOf(sandbox, 'hoa', { text: 'trợ giúp' }));
    await Promise.all(calls.map(async (answer) => (await answer).text()));
    report('500 calls of a stranger', { bot, told: { 'another waited, ms': beside } });

    for (const marks of ['\u0323\u0301', '<at>']) {
      const heavy = postTo(
        url,
        activityOf(sandbox, 'lan', { text: `a${marks.repeat(Math.floor(120_000 / marks.length))}` }),
      );
      await pause(20);
      const stood = await answerMs(url, activityOf(sandbox, 'hoa', { text: 'trợ giúp' }));
      await (await heavy).text();
      report(`120,000 characters of ${JSON.stringify(marks)}`, { bot, told: { 'another waited, ms': stood } });
    }
    await Promise.all(Array.from({ length: 30 }, (_, i) => lan.upload(`tệp ${i}.pdf`, pdf(i + 1))));
    const came = await settledFiles(path.join(place.folder, 'files'));
    report('30 messages with 19 MB each at once', { bot, told: { 'on the disk': came } });
    return memoryOf(bot).VmHWM <= mostMb ? 0 : 1;
  } finally {
    await bot.kill();
    await sandbox.stop();
    place.remove();
  }
}

/** The list of what somebody has sent, once it has been fetched. */
async function evidenceOf(who: PersonClient): Promise<SeenMessage> {
  for (const until = performance.now() + 60_000; performance.now() < until; await pause(500)) {
    const [list] = await who.say('minh chứng');
    if (list !== undefined && actionsOf(list.card).some(({ verb }) => verb === 'evidence.open')) return list;
  }
  throw new Error('the evidence never came');
}

/** How many files lie there once no more come. */
async function settledFiles(folder: string): Promise<number> {
  const entries = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  let before = -1;
  for (let now = entries().length; now !== before; now = entries().length) {
    before = now;
    await pause(10_000);
  }
  return before;
}

const content = randomBytes(fileBytes);
/** Each another file. */
const pdf = (i = 0): Buffer => Buffer.concat([Buffer.from(`%PDF-1.7\n% ${i}\n`), content, Buffer.from('\n%%EOF\n')]);

async function answerMs(url: string, activity: WireActivity): Promise<number> {
  const before = performance.now();
  await (await postTo(url, activity)).text();
  return Math.round(performance.now() - before);
}

/** Each asks for the file, and takes nothing of it for ten seconds. */
async function slowReaders(bot: ChildBot, pathname: string): Promise<{ opened: number; refused: number }> {
  const port = Number(new URL(bot.url).port);
  const heads: string[] = [];
  const sockets = Array.from({ length: readers }, (): Socket => {
    const socket = connect(port, '127.0.0.1');
    socket.once('readable', () => heads.push(String(socket.read(64))));
    socket.on('error', () => undefined);
    socket.write(`GET ${pathname} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    return socket;
  });
  await pause(10_000);
  for (const socket of sockets) socket.destroy();
  const opened = heads.filter((head) => head.includes(' 200 ')).length;
  return { opened, refused: heads.length - opened };
}

/** In MB: what it holds, and the most that it has held. */
function memoryOf({ pid }: ChildBot): { VmRSS: number; VmHWM: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { VmRSS: of('VmRSS'), VmHWM: of('VmHWM') };
}

function report(what: string, { bot, told }: { bot: ChildBot; told: Record<string, number> }): void {
  const { VmRSS, VmHWM } = memoryOf(bot);
  console.log(JSON.stringify({ what, ...told, 'MB now': VmRSS, 'MB at most': VmHWM, load: machine().load }));
}

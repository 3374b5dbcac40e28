import { z } from 'zod';
import type { MovableClock } from '../clock.ts';
import { sampleFiles } from '../sample/files.ts';
import type { PageState } from '../shared/types.ts';
import type { Conversations } from './conversations.ts';
import type { Faults } from './faults.ts';
import { type Answer, type Exchange, HttpProblem, type Route, readBody, route } from './http.ts';
import type { Hub } from './hub.ts';
import type { Ledger } from './ledger.ts';
import { messageRoutes } from './message-routes.ts';
import { given, ok, read, sent, whose } from './page-exchange.ts';
import type { People } from './people.ts';
import type { PersonActs } from './person-acts.ts';
import { botAccount, team } from './tenant.ts';
import type { Uploads } from './uploads.ts';

export type PageApiParts = {
  people: People;
  conversations: Conversations;
  acts: PersonActs;
  hub: Hub;
  faults: Faults;
  ledger: Ledger;
  uploads: Uploads;
  clock: MovableClock;
  rates: { enforced: () => boolean; enforce: (on: boolean) => void };
};

const heartbeat = 20_000;
const pageOfMessages = 40;

const saying = z.object({
  text: z.string().min(1),
  mention: z.boolean().default(false),
  threadId: z.string().optional(),
});
const reaching = z.object({ reach: z.enum(['installed', 'absent', 'blocked']) });
const moving = z.union([
  z.object({ set: z.string() }),
  z.object({ advance: z.partialRecord(z.enum(['days', 'hours', 'minutes', 'seconds']), z.number()) }),
]);
const operations = ['send', 'update', 'delete', 'create', 'members', 'attachment', 'team'] as const;
const kinds = [
  'throttle',
  'unauthorized',
  'disabledByAdmin',
  'precondition',
  'internalError',
  'badGateway',
  'unavailable',
  'gatewayTimeout',
  'slow',
  'reset',
  'lostResponse',
  'redelivery',
] as const;
const faulting = z.object({
  kind: z.enum(kinds),
  count: z.number().int().positive().optional(),
  percent: z.number().min(0).max(100).optional(),
  retryAfter: z.number().nonnegative().optional(),
  retryAfterAs: z.enum(['seconds', 'date']).optional(),
  delay: z.number().nonnegative().optional(),
  after: z.boolean().optional(),
  operations: z.array(z.enum(operations)).optional(),
});

/** What the web page asks of the sandbox. Every call is made as one person, who sees their own chats only. */
export function pageApiRoutes(parts: PageApiParts): Route[] {
  const { people, conversations, acts, hub, faults, ledger, uploads, clock, rates } = parts;

  const { me, myChat } = whose(parts);
  const clockView = () => ({ now: clock.now().toISO() ?? '', zone: clock.now().zoneName ?? '' });

  function state(exchange: Exchange): Answer {
    const person = me(exchange);
    const view: PageState = {
      me: person.key,
      people: people.all.map(people.view),
      unreadByPerson: Object.fromEntries(people.all.map(({ key }) => [key, conversations.unreadOf(key)])),
      chats: conversations.viewsFor(person),
      teamName: team.name,
      botName: botAccount.name,
      clock: clockView(),
      faults: faults.list(),
      enforceRates: rates.enforced(),
    };
    return ok(view);
  }

  function messages(exchange: Exchange): Answer {
    const { chat } = myChat(exchange);
    const before = exchange.query.get('before');
    const end = before ? chat.messages.findIndex(({ id }) => id === before) : chat.messages.length;
    const from = Math.max(0, end - pageOfMessages);
    return ok({ messages: chat.messages.slice(from, Math.max(end, 0)), more: from > 0 });
  }

  function events(exchange: Exchange): undefined {
    const { key } = me(exchange);
    const { response, request } = exchange;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    const stop = hub.listen((event, audience) => {
      if (audience === 'everyone' || audience.has(key)) response.write(`data: ${JSON.stringify(event)}\n\n`);
    });
    const beat = setInterval(() => response.write(': beat\n\n'), heartbeat);
    request.on('close', () => {
      clearInterval(beat);
      stop();
    });
  }

  async function upload(exchange: Exchange): Promise<Answer> {
    const origin = myChat(exchange);
    const name = exchange.query.get('name') ?? '';
    const type = exchange.query.get('image');
    const bytes = await readBody(exchange.request);
    if (type === 'image/png' || type === 'image/jpeg')
      return sent(acts.pasteImage(origin, { contentType: type, bytes }));
    return sent(acts.upload(origin, { name, bytes }));
  }

  function uploadSample(exchange: Exchange): Promise<Answer> {
    const file = sampleFiles.find(({ name }) => name === exchange.params.name);
    if (!file) throw new HttpProblem(404, { error: { code: 'NoSample', message: 'No such sample file.' } });
    return sent(acts.upload(myChat(exchange), { name: file.name, bytes: file.bytes() }));
  }

  function download({ params }: Exchange): Answer {
    const file = uploads.get(params.file ?? '');
    if (!file) throw new HttpProblem(404, { error: { code: 'ItemNotFound', message: 'No such file.' } });
    return { status: 200, body: file.bytes() };
  }

  async function moveClock(exchange: Exchange): Promise<Answer> {
    const move = await read(moving, exchange);
    if ('set' in move) clock.set(move.set);
    else clock.advance(move.advance);
    return ok(clockView());
  }

  return [
    route('GET', '/api/state', state),
    route('GET', '/api/events', events),
    route('GET', '/api/chats/:chat/messages', messages),
    route('POST', '/api/chats/:chat/messages', async (exchange) => {
      const { text, mention, threadId } = await read(saying, exchange);
      return sent(acts.say({ ...myChat(exchange), threadId }, text, mention));
    }),
    route('POST', '/api/chats/:chat/read', (exchange) => {
      const { chat, person } = myChat(exchange);
      conversations.markRead(chat, person.key);
      return ok();
    }),
    route('POST', '/api/chats/:chat/files', upload),
    route('POST', '/api/chats/:chat/samples/:name', uploadSample),
    ...messageRoutes(parts),
    route('GET', '/api/samples', () => ok(sampleFiles.map(({ name, hint }) => ({ name, hint })))),
    route('GET', '/download/:file', download),
    route('POST', '/api/reach', async (exchange) => {
      const { reach } = await read(reaching, exchange);
      await acts.setReach(me(exchange), reach);
      return ok();
    }),
    route('POST', '/api/upgrade', async (exchange) => {
      await acts.upgrade(me(exchange));
      return ok();
    }),
    route('DELETE', '/api/chat', (exchange) => {
      acts.loseChat(me(exchange));
      return ok();
    }),
    route('GET', '/api/clock', () => ok(clockView())),
    route('POST', '/api/clock', moveClock),
    route('GET', '/api/faults', () => ok(faults.list())),
    route('POST', '/api/faults', async (exchange) => ok(faults.add(given(await read(faulting, exchange))))),
    route('DELETE', '/api/faults', () => {
      faults.clear();
      return ok();
    }),
    route('DELETE', '/api/faults/:fault', ({ params }) => {
      faults.remove(params.fault ?? '');
      return ok();
    }),
    route('POST', '/api/rates', async (exchange) => {
      rates.enforce((await read(z.object({ enforce: z.boolean() }), exchange)).enforce);
      return ok();
    }),
    route('GET', '/api/ledger', () => ok(ledger.view())),
  ];
}

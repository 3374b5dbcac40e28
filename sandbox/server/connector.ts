import type { Operation } from '../shared/types.ts';
import { type BotActivity, messagesOf, patchOf, problem, readActivity, readNewConversation } from './connector-body.ts';
import type { Chat, Conversations } from './conversations.ts';
import { type Answer, type Exchange, type Handler, HttpProblem, type Route, readJson, route } from './http.ts';
import type { Ledger } from './ledger.ts';
import { memberOf, type People, type Person } from './people.ts';
import { channels, team, tenantId } from './tenant.ts';
import type { Uploads } from './uploads.ts';

export type ConnectorParts = {
  people: People;
  conversations: Conversations;
  ledger: Ledger;
  uploads: Uploads;
  /** Wraps a handler with faults, rates and counting. `threadOf` names what the rate table counts by. */
  guard: (operation: Operation, threadOf: (exchange: Exchange) => string, handle: Handler) => Handler;
  serviceUrl: () => string;
};

const defaultPage = 200;
/** Teams takes a page size for a suggestion. */
const leastPage = 50;
const mostOfPage = 500;

/** Nothing that a bot could make or count with. */
const tokenOf = (from: number): string => Buffer.from(`from ${from}`).toString('base64url');
function readToken(token: string | null): number {
  if (token === null) return 0;
  const from = /^from (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (from === undefined) throw problem(400, 'BadArgument', 'Invalid continuation token.');
  return Number(from);
}

/** Bot Connector v3 as Teams serves it to bots. */
export function connectorRoutes(parts: ConnectorParts): Route[] {
  const { people, conversations, ledger, uploads, guard, serviceUrl } = parts;
  const byConversation = ({ params }: Exchange) => params.conversation?.split(';')[0] ?? '';
  const at = (method: string, path: string, operation: Operation, handle: Handler) =>
    route(method, `/connector/v3${path}`, guard(operation, byConversation, handle));

  function find({ params }: Exchange) {
    const found = conversations.find(params.conversation ?? '');
    if (!found) throw problem(404, 'ConversationNotFound', 'Conversation not found.');
    return found;
  }

  function writable(exchange: Exchange) {
    const found = find(exchange);
    checkReach(found.chat);
    return found;
  }

  function checkReach({ owner }: Chat) {
    if (!owner) return checkInTeam();
    if (people.isReached(owner.key)) return;
    const isBlocked = people.reachOf(owner.key) === 'blocked';
    throw writesBlocked(isBlocked ? 'ConversationBlockedByUser' : 'BotNotInConversationRoster');
  }

  function checkInTeam(): void {
    if (!people.isTeamInstalled()) throw writesBlocked('BotNotInConversationRoster');
  }

  /** @returns the id of the stored message; none when Teams split the activity */
  function store(chat: Chat, threadId: string | undefined, posted: BotActivity): string | undefined {
    if (posted.type === 'typing') {
      conversations.typing(chat);
      return `typing-${Date.now()}`;
    }
    if (posted.type !== 'message') throw problem(400, 'BadArgument', `Unknown activity type ${posted.type}`);
    const messages = messagesOf(posted).map((message) =>
      conversations.add(chat, { ...message, threadId, author: { kind: 'bot' } }),
    );
    for (const message of messages) ledger.delivery(message);
    return messages.length === 1 ? messages[0]?.id : undefined;
  }

  async function send(exchange: Exchange): Promise<Answer> {
    const posted = readActivity(await readJson(exchange));
    const { chat, threadId } = writable(exchange);
    const id = store(chat, threadId ?? threadIn(chat, exchange.params.activity), posted);
    return { status: 201, body: id ? { id } : {} };
  }

  /** A reply in a channel goes to the thread of the message it answers. */
  function threadIn(chat: Chat, messageId: string | undefined): string | undefined {
    if (!chat.channel || !messageId) return undefined;
    return conversations.message(chat, messageId)?.threadId;
  }

  function ownMessage({ params }: Exchange, chat: Chat) {
    const message = conversations.message(chat, params.activity ?? '');
    if (!message || message.deleted) throw problem(404, 'ActivityNotFoundInConversation', 'Activity not found.');
    if (message.author.kind !== 'bot') throw problem(403, 'ForbiddenOperationException', "Not the bot's message.");
    return message;
  }

  async function update(exchange: Exchange): Promise<Answer> {
    const posted = readActivity(await readJson(exchange));
    const { chat } = writable(exchange);
    if (!conversations.keeps) return { status: 200, body: { id: exchange.params.activity } };
    const { id } = ownMessage(exchange, chat);
    conversations.edit(chat, id, patchOf(posted));
    return { status: 200, body: { id } };
  }

  function remove(exchange: Exchange): Answer {
    const { chat } = writable(exchange);
    if (conversations.keeps) conversations.remove(chat, ownMessage(exchange, chat).id);
    return { status: 200 };
  }

  async function create(exchange: Exchange): Promise<Answer> {
    const asked = readNewConversation(await readJson(exchange));
    if (asked.tenantId && asked.tenantId !== tenantId)
      throw problem(403, 'ForbiddenOperationException', 'Foreign tenant.');
    const channelId = asked.channelData?.channel?.id;
    if (channelId) {
      const found = conversations.find(channelId);
      if (!found?.chat.channel) throw problem(404, 'ConversationNotFound', 'Channel not found.');
      checkReach(found.chat);
      if (!asked.activity) throw problem(400, 'BadArgument', 'A channel conversation needs a first activity.');
      const activityId = store(found.chat, undefined, asked.activity);
      return created({ id: `${channelId};messageid=${activityId}`, activityId });
    }
    if (asked.isGroup || asked.members?.length !== 1)
      throw problem(400, 'BadArgument', 'Bots cannot create group chats.');
    const id = asked.members[0]?.id ?? '';
    const person = people.find(id);
    if (!person || ![person.mri, person.aadObjectId].includes(id))
      throw problem(400, 'BadArgument', 'Failed to decrypt user id.');
    const chat = conversations.personal(person);
    checkReach(chat);
    const activityId = asked.activity ? store(chat, undefined, asked.activity) : undefined;
    return created({ id: chat.id, ...(activityId ? { activityId } : {}) });
  }

  const created = (body: object): Answer => ({ status: 201, body: { ...body, serviceUrl: serviceUrl() } });

  function members(exchange: Exchange): Person[] {
    const { chat } = find(exchange);
    if (chat.channel) checkInTeam();
    return conversations.membersOf(chat);
  }

  function member(exchange: Exchange): Answer {
    const name = exchange.params.member ?? '';
    const person = members(exchange).find((one: Person) =>
      [one.mri, one.aadObjectId, one.userPrincipalName].includes(name),
    );
    if (!person) throw problem(404, 'MemberNotFoundInConversation', 'Member not found.');
    return ok(memberOf(person));
  }

  function pagedMembers(exchange: Exchange): Answer {
    const all = members(exchange);
    const from = readToken(exchange.query.get('continuationToken'));
    const asked = Number(exchange.query.get('pageSize') ?? defaultPage);
    const size = Math.min(Math.max(asked, leastPage), mostOfPage);
    const next = from + size < all.length ? { continuationToken: tokenOf(from + size) } : {};
    return ok({ members: all.slice(from, from + size).map(memberOf), ...next });
  }

  function attachment({ params }: Exchange): Answer {
    const upload = uploads.get(params.attachment ?? '');
    if (!upload || (params.view ?? 'original') !== 'original')
      throw problem(404, 'AttachmentNotFound', 'No such attachment.');
    if (params.view) return { status: 200, body: upload.bytes() };
    const views = [{ viewId: 'original', size: upload.bytes().length }];
    return ok({ name: upload.name, type: 'image/*', views });
  }

  function checkTeam({ params }: Exchange) {
    if (params.team !== team.id) throw problem(404, 'TeamNotFound', 'Team not found.');
  }

  return [
    route(
      'POST',
      '/connector/v3/conversations',
      guard('create', () => 'new', create),
    ),
    at('POST', '/conversations/:conversation/activities', 'send', send),
    at('POST', '/conversations/:conversation/activities/:activity', 'send', send),
    at('PUT', '/conversations/:conversation/activities/:activity', 'update', update),
    at('DELETE', '/conversations/:conversation/activities/:activity', 'delete', remove),
    at('GET', '/conversations/:conversation/members', 'members', (exchange) => ok(members(exchange).map(memberOf))),
    at('GET', '/conversations/:conversation/members/:member', 'members', member),
    at('GET', '/conversations/:conversation/pagedmembers', 'members', pagedMembers),
    at('GET', '/conversations/:conversation/activities/:activity/members', 'members', (exchange) =>
      ok(members(exchange).map(memberOf)),
    ),
    at('GET', '/attachments/:attachment', 'attachment', attachment),
    at('GET', '/attachments/:attachment/views/:view', 'attachment', attachment),
    at('GET', '/teams/:team', 'team', (exchange) => {
      checkTeam(exchange);
      return ok({ ...team, channelCount: channels.length, memberCount: people.ofChannel('general').length });
    }),
    at('GET', '/teams/:team/conversations', 'team', (exchange) => {
      checkTeam(exchange);
      const named = channels.map(({ id, key, name }) => (key === 'general' ? { id } : { id, name }));
      return ok({ conversations: named });
    }),
  ];
}

const ok = (body: unknown): Answer => ({ status: 200, body });

/** Teams hides the reason in the message: a JSON text with `subCode`. */
function writesBlocked(code: string): HttpProblem {
  const details = {
    subCode: 'MessageWritesBlocked',
    details: 'Specified consumption group or user blocked writes.',
    errorCode: 209,
  };
  return new HttpProblem(403, {
    error: { code, message: JSON.stringify(details) },
    errorCode: 209,
    subCode: 'MessageWritesBlocked',
  });
}

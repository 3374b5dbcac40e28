import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { botAccount, tenantId } from '../../sandbox/server/tenant.ts';
import type { Member } from './crew.ts';

export interface Post {
  /** A click on the person's one card. @returns the answer's body */
  invoke(member: Member, verb: string, data: Readonly<Record<string, string>>): Promise<string>;
  /** A typed message. @returns once the turn is over, the bot's own message posted */
  text(member: Member, text: string): Promise<string>;
  close(): void;
}

interface PostOptions {
  /** Of `/api/messages`. */
  readonly url: string;
  readonly serviceUrl: string;
  /** Taken in turn: several front ends of the service, each with its own. */
  readonly tokens: readonly string[];
  /** Milliseconds by which the bot's clock is ahead of this machine's. */
  readonly aheadMs: number;
  /** Whether clicks name the message whose card was clicked, so that it is kept in step. */
  readonly onCard: boolean;
}

/** A refusal of the bot ends with its code. */
const refusal = /\(Mã: ([A-Z_]+)\)/;

/** Speaks to the bot as Teams does, over connections that are kept. @throws Error for any answer but what was asked for */
export function createPost({ url, serviceUrl, tokens, aheadMs, onCard }: PostOptions): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let sent = 0;

  function base(member: Member) {
    const at = new Date(Date.now() + aheadMs);
    return {
      id: `f:${randomUUID()}`,
      timestamp: at.toISOString(),
      localTimestamp: at.toISOString(),
      localTimezone: 'Asia/Ho_Chi_Minh',
      serviceUrl,
      channelId: 'msteams',
      from: { id: member.mri, name: member.fullName, aadObjectId: member.aadObjectId },
      recipient: botAccount,
      conversation: { conversationType: 'personal', tenantId, id: member.chatId },
      entities: [{ type: 'clientInfo', locale: 'vi-VN', country: 'VN', platform: 'Web', timezone: 'Asia/Ho_Chi_Minh' }],
      locale: 'vi-VN',
    };
  }

  async function send(activity: object): Promise<string> {
    const token = tokens[sent % tokens.length] ?? '';
    sent += 1;
    const { status, body } = await post(url, agent, { token, body: JSON.stringify(activity) });
    if (status !== 200) throw new Error(`HTTP ${status} ${body.slice(0, 100)}`);
    const code = refusal.exec(body)?.[1];
    if (code !== undefined) throw new Error(code);
    return body;
  }

  return {
    async invoke(member, verb, data) {
      const body = await send({
        ...base(member),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        ...(onCard ? { replyToId: `card-${member.aadObjectId}` } : {}),
        channelData: { tenant: { id: tenantId }, source: { name: 'message' } },
      });
      if (!body.includes('application/vnd.microsoft.card.adaptive')) throw new Error(`no card: ${body.slice(0, 100)}`);
      return body;
    },
    text: (member, text) =>
      send({
        ...base(member),
        type: 'message',
        text,
        textFormat: 'plain',
        attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
        channelData: { tenant: { id: tenantId } },
      }),
    close: () => agent.destroy(),
  };
}

function post(url: string, agent: Agent, what: { token: string; body: string }) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(what.body),
      authorization: `Bearer ${what.token}`,
      'x-ms-tenant-id': tenantId,
    };
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body })).on('error', reject);
    });
    asked.on('error', reject).end(what.body);
  });
}

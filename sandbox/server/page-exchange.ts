import { z } from 'zod';
import type { Conversations } from './conversations.ts';
import { type Answer, type Exchange, HttpProblem, readJson } from './http.ts';
import type { People, Person } from './people.ts';
import type { Sent } from './person-acts.ts';

export type Chats = { people: People; conversations: Conversations };

export const ok = (body: unknown = {}): Answer => ({ status: 200, body });

/** @throws HttpProblem when the page sent something else */
export async function read<T>(schema: z.ZodType<T>, exchange: Exchange): Promise<T> {
  const parsed = schema.safeParse(await readJson(exchange));
  if (parsed.success) return parsed.data;
  throw new HttpProblem(400, { error: { code: 'BadArgument', message: z.prettifyError(parsed.error) } });
}

/** Drops keys whose value is undefined, for types that do not allow them. */
export const given = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** The bot's HTTP status for what was sent: the page shows a hint when the bot is not there. */
export async function sent({ answer }: Pick<Sent, 'answer'>): Promise<Answer> {
  const taken = await answer;
  return ok({ botStatus: taken?.status ?? null });
}

/** Who asks, and in which of their chats. */
export function whose({ people, conversations }: Chats) {
  function me({ request, query }: Exchange): Person {
    const name = request.headers['x-person'] ?? query.get('as') ?? '';
    const person = typeof name === 'string' ? people.find(name) : undefined;
    if (!person) throw new HttpProblem(401, { error: { code: 'NoPerson', message: 'Say who you are: x-person.' } });
    return person;
  }
  return {
    me,
    myChat(exchange: Exchange) {
      const person = me(exchange);
      const found = conversations.find(exchange.params.chat ?? '');
      if (!found || !conversations.canRead(found.chat, person)) {
        throw new HttpProblem(403, { error: { code: 'NotYours', message: 'Not a chat of this person.' } });
      }
      return { person, chat: found.chat };
    },
  };
}

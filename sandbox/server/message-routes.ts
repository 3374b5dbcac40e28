import { z } from 'zod';
import type { JsonObject } from '../shared/types.ts';
import { type Exchange, type Route, route } from './http.ts';
import { type Chats, given, ok, read, sent, whose } from './page-exchange.ts';
import type { PersonActs } from './person-acts.ts';

const text = z.string().min(1);
const submitting = z.object({ data: z.record(z.string(), z.json()) });
const executing = z.object({
  action: z.object({ id: z.string().optional(), title: z.string().optional(), verb: z.string() }),
  data: z.record(z.string(), z.json()),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});
const reacting = z.object({ emoji: z.string().min(1) });
const saying = z.object({ text });
const forwarding = z.object({ text: z.string().default('') });

/** What the page asks to be done to one message. */
export function messageRoutes(parts: Chats & { acts: PersonActs }): Route[] {
  const { acts } = parts;
  const { myChat } = whose(parts);
  const messageIn = ({ params }: Exchange) => params.message ?? '';
  const path = '/api/chats/:chat/messages/:message';
  return [
    route('POST', `${path}/submit`, async (exchange) => {
      const { data } = await read(submitting, exchange);
      return sent(acts.submit(myChat(exchange), messageIn(exchange), data as JsonObject));
    }),
    route('POST', `${path}/execute`, async (exchange) => {
      const { action, data, trigger } = await read(executing, exchange);
      const execution = { action: { ...given(action), data: data as JsonObject }, trigger };
      return ok(await acts.execute(myChat(exchange), { messageId: messageIn(exchange), ...execution }));
    }),
    route('POST', `${path}/reactions`, async (exchange) => {
      const { emoji } = await read(reacting, exchange);
      await acts.react(myChat(exchange), messageIn(exchange), emoji);
      return ok();
    }),
    route('PUT', path, async (exchange) =>
      sent(acts.edit(myChat(exchange), messageIn(exchange), (await read(saying, exchange)).text)),
    ),
    route('DELETE', path, (exchange) => sent(acts.remove(myChat(exchange), messageIn(exchange)))),
    route('POST', `${path}/quote`, async (exchange) =>
      sent(acts.quote(myChat(exchange), messageIn(exchange), (await read(saying, exchange)).text)),
    ),
    route('POST', `${path}/forward`, async (exchange) =>
      sent(acts.forward(myChat(exchange), messageIn(exchange), (await read(forwarding, exchange)).text)),
    ),
  ];
}

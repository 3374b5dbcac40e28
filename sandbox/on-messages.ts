import type { SeenMessage } from './seen.ts';
import type { Origin } from './server/origin.ts';
import type { PersonActs, Sent } from './server/person-acts.ts';

type Parts = {
  acts: PersonActs;
  origin: Origin;
  /** Does it; gives what the bot put into the chat until it was quiet. */
  deed: (answer: () => Sent['answer']) => Promise<SeenMessage[]>;
};

/** What one person does to messages of a chat; each gives the bot's new messages. */
export const onMessages = ({ acts, origin, deed }: Parts) => ({
  /** Of one's own. */
  edit: ({ id }: { id: string }, text: string) => deed(() => acts.edit(origin, id, text).answer),
  remove: ({ id }: { id: string }) => deed(() => acts.remove(origin, id).answer),
  quote: ({ id }: { id: string }, text: string) => deed(() => acts.quote(origin, id, text).answer),
  /** To the assistant, from whichever chat: the answer stands in the personal one. */
  forward: ({ id }: { id: string }, text = '') => deed(() => acts.forward(origin, id, text).answer),
});

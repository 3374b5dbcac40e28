import { features } from '../../src/features/features.ts';
import { actionsOf, valuesOf } from '../../test/support/office.ts';
import { type Button, click, typedBy, words } from './activities.ts';
import type { Connector } from './connector.ts';
import type { Json } from './mutate.ts';
import type { Poster } from './post.ts';
import type { Envelope } from './senders.ts';

const bare: readonly Button[] = features.flatMap(({ verbs }) => verbs.map(({ verb }) => ({ verb, data: {} })));
/** Beyond the verbs and commands themselves. */
const clicksOfEach = 60;

interface Walking {
  readonly poster: Poster;
  readonly connector: Connector;
  /** One after another; each types every command, too. */
  readonly envelopes: readonly Envelope[];
}

/** What the cards have to be pressed, found as people find it: each of them presses what the last card showed, filled in as it came. */
export async function findButtons({ poster, connector, envelopes }: Walking): Promise<Button[]> {
  const found = new Map<string, Button>();
  const keyOf = ({ verb, data }: Button): string => `${verb} ${Object.keys(data).sort()}`;
  for (const button of bare) found.set(keyOf(button), button);
  connector.taken();
  let asked = 0;
  for (const { base, token } of envelopes) {
    const tried = new Set<string>();
    const waiting: Button[] = [];
    const see = (card: unknown): void => {
      for (const next of buttonsOf(card)) {
        const key = keyOf(next);
        if (tried.has(key)) continue;
        tried.add(key);
        waiting.push(next);
        found.set(key, next);
      }
    };
    const ask = async (fields: { [name: string]: Json }): Promise<void> => {
      asked += 1;
      const { status, body } = await poster.post(JSON.stringify({ ...base, ...fields, id: `walk-${asked}` }), token);
      for (const card of connector.taken()) see(card);
      if (status === 200) see(JSON.parse(body));
    };
    for (const word of words) await ask(typedBy(word));
    for (const button of bare) await ask(click(button));
    for (let clicks = clicksOfEach; clicks > 0 && waiting.length > 0; clicks -= 1) {
      const [button] = waiting.splice(0, 1);
      if (button !== undefined) await ask(click(button));
    }
  }
  connector.forget();
  return [...found.values()];
}

function buttonsOf(answer: unknown): Button[] {
  const values = Object.fromEntries(Object.entries(valuesOf(answer)).map(([id, value]) => [id, value || 'x']));
  return actionsOf(answer).map(({ verb, data }) => ({ verb, data: { ...(data as Record<string, Json>), ...values } }));
}

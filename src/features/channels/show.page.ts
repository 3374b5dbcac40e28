import { channelShowCard } from '../../../cards/channels/show.ts';
import { mayBindChannel } from '../../domain/policy/campaign.ts';
import { channelName, channelOf, channelWords } from '../../model/sending/channels.ts';
import { heldFor } from '../../model/sending/owed-again.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { addressId, channelOwner } from '../../records/address.ts';
import type { Delivery } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { channelShow } from './refs.ts';

/** How the channel of a purpose stands, what waits for it, and how another is bound: for whoever may do so. */
export const channelShowPage = definePage({
  name: channelShow,
  subject: ({ purpose }) => addressId(channelOwner(purpose)),
  compose: async ({ turn, viewer, texts, params: { purpose }, banner }) => {
    if (viewer.person === undefined || !mayBindChannel(viewer.person.data, purpose)) return null;
    const channel = await channelOf(turn, purpose);
    const held = await heldFor(turn, channelOwner(purpose));
    const title = texts.t(`words.campaign.purposes.${purpose}.title`);
    const fact = (name: string, value: string) => ({ label: texts.t(`words.channels.fact.${name}`), value });
    const view = {
      title,
      state: channelWords(texts, 'state', channel),
      tone: ({ open: 'good', unbound: 'warning', gone: 'attention' } as const)[channel.state],
      facts: [
        fact('purpose', title),
        ...(channel.state === 'unbound' ? [] : [fact('channel', channelName(texts, channel))]),
      ],
      held: heldLines(texts, held),
      nothingHeld: texts.t('words.channels.nothingHeld'),
      how: channelWords(texts, 'how', channel),
    };
    return {
      card: channelShowCard(texts, view, banner),
      summary: channelWords(texts, 'summary', channel, { title, n: held.length }),
    };
  },
});

/** What waits, by kind: "Kết quả khen thưởng: 2 tin". */
function heldLines(texts: Texts, held: readonly Loaded<Delivery>[]): string[] {
  const counts = new Map<string, number>();
  // A long list is posted in several messages: `results.1`, `results.2` …
  for (const { data } of held) {
    const kind = data.kind.replace(/[.~]\d+$/, '').replaceAll('.', '-');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, n]) =>
    texts.t('words.channels.heldLine', { what: texts.t(`words.channels.kind.${kind}`), n }),
  );
}

import { accent, close, defineCard, header, ruled, stack, text, titled } from '../kit/kit.ts';
import type { Offered } from './offer.ts';

/** What is done in a channel: a command is typed there with a mention, and everything else has its place in the personal chat. */
export const channelCard = defineCard('start.channel', (t, view: { readonly commands: readonly Offered[] }) => ({
  body: [
    header(t),
    text(t.how),
    view.commands.map(({ title, hint }) => stack([titled(title, hint, accent)], ruled, close)),
    text(t.personal),
  ],
}));

import { defineCard, header, text } from '../kit/kit.ts';
import { type Offered, offer } from './offer.ts';

export const helpCard = defineCard('start.help', (t, view: { readonly commands: readonly Offered[] }) => ({
  body: [header(t), text(t.how), view.commands.map(offer)],
}));

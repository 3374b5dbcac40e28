import { act, bold, defineCard, text } from '../kit/kit.ts';
import { type Offered, offer } from './offer.ts';

/** The nearest commands to what was written, if any is near. */
export const unknownCard = defineCard('start.unknown', (t, view: { readonly commands: readonly Offered[] }) => ({
  body: [text(t.text, bold), view.commands.length > 0 && text(t.nearest), view.commands.map(offer)],
  actions: [act(t.help, 'help.show')],
}));

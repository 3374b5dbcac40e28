import { restorationConfirmCard } from '../../../cards/restoration/confirm.ts';
import { mayChooseHeld } from '../../domain/policy/sending.ts';
import { countHeld } from '../../model/sending/held-back.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { restorationOf } from './load.ts';
import { restorationConfirm } from './refs.ts';

/** Before what is held back is sent on, or dropped for good. */
export const restorationConfirmPage = definePage({
  name: restorationConfirm,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayChooseHeld(actor)) return null;
    const { id } = await restorationOf(turn, params.restoration);
    const { choice } = params;
    const say = (key: string, facts = {}) => texts.t(`words.restoration.confirm.${choice}.${key}`, facts);
    const view = {
      restoration: id,
      choice,
      isDrop: choice === 'drop',
      what: say('what', { n: await countHeld(turn, id) }),
      after: say('after'),
      button: say('button'),
    };
    return { card: restorationConfirmCard(texts, view, banner), summary: say('button') };
  },
});

import { resendCard } from '../../../cards/sendings/resend.ts';
import { mayResend } from '../../domain/policy/sending.ts';
import { resendsOf } from '../../model/sending/repeats.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { type Listed, sendingOf, titleOf } from './listed.ts';
import { sendingResend } from './refs.ts';
import { countAgain, firstOf } from './sent-again.ts';

/** Before anything goes out again: to how many, why, and who is left out. */
export const resendPage = (listed: Listed): PageDef =>
  definePage({
    name: sendingResend,
    asksAbout: ({ spread }) => spread,
    compose: async ({ turn, viewer, texts, params, banner, typed }) => {
      const actor = actorOf(viewer);
      if (actor === undefined || !mayResend(actor)) return null;
      const first = await firstOf(turn, listed, await sendingOf(turn, listed, params.spread));
      const n = (await resendsOf(turn, first.spread.id)).length + 2;
      const { unreachable, refused, ambiguous, dropped, still } = await countAgain(turn, first, { n, at: viewer.at });
      const line = (key: string, n: number) =>
        n === 0 ? [] : [{ line: texts.t(`words.sendings.resend.${key}`, { n }) }];
      const sure = unreachable + refused;
      const name = await titleOf(turn, texts, first);
      const view = {
        spread: first.spread.id,
        formId: params.formId === '' ? turn.newId() : params.formId,
        name,
        sure: texts.t(`words.sendings.resend.${sure === 0 ? 'none' : 'sure'}`, { n: sure }),
        lines: [...line('reachable', unreachable), ...line('refused', refused)],
        stillLines: line('still', still),
        hasAmbiguous: ambiguous > 0,
        ambiguousTitle: texts.t('words.sendings.resend.ambiguous', { n: ambiguous }),
        ambiguous: typed?.ambiguous === 'true' ? 'true' : 'false',
        hasDropped: dropped > 0,
        droppedTitle: texts.t('words.sendings.resend.dropped', { n: dropped }),
        dropped: typed?.dropped === 'true' ? 'true' : 'false',
        isPossible: sure + ambiguous + dropped > 0,
      };
      return { card: resendCard(texts, view, banner), summary: texts.t('summaries.sendings.resend', { name }) };
    },
  });

import { isDeepStrictEqual } from 'node:util';
import { DateTime } from 'luxon';
import { hasInputs } from '../../cards/kit/has-inputs.ts';
import { Fault } from '../domain/errors.ts';
import { beginningOf } from '../domain/text/beginning-of.ts';
import type { Card } from '../ports/messenger.ts';
import type { Banner, Composition, Pages, Shown } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import { inPosts } from './acting.ts';
import { fillForm, formName, showsOther, stampForm } from './form-stamp.ts';
import type { Machine, OfficeOf } from './machine.ts';
import { systemTurn } from './open-turn.ts';
import type { Ask, PageDef } from './page.ts';
import { namedIn, type Turn } from './turn.ts';
import { unfinishedIn } from './unfinished.ts';

/** As much as a phone's locked screen shows of a message. */
const previewLength = 100;

/** All pages behind one door. */
export interface PageBook {
  /** @returns `null` when there is nothing to show. @throws Fault UNKNOWN_PAGE for one that nobody has declared: only stored names can be wrong */
  compose(turn: Turn, ref: PageRef, composition: Composition): Promise<Shown | null>;
  /** Whether both name the same page of the same things, by whatever name it was stored. */
  isSame(one: PageRef, other: PageRef): boolean;
}

export function openPages(defs: readonly PageDef[]): PageBook {
  const byName = new Map(defs.flatMap((def) => [def.page, ...def.formerly].map((name) => [name, def])));
  return {
    isSame: (one, other) =>
      byName.get(one.page) === byName.get(other.page) && isDeepStrictEqual(one.params, other.params),
    async compose(turn, ref, { viewer: whose, banner, typed, redraw = false }) {
      const def = byName.get(ref.page);
      if (def === undefined) throw new Fault('UNKNOWN_PAGE', `no page ${ref.page}`);
      const viewer = whose.person === undefined ? whose : { ...whose, person: await inPosts(turn, whose.person) };
      const texts = turn.texts(viewer.locale);
      const ask = { turn: namedIn(viewer.locale, turn), viewer, texts, params: ref.params, banner, typed, redraw };
      const made = await def.compose(ask);
      if (made === null) return null;
      const composed = { ...made, summary: beginningOf(made.summary, previewLength) };
      if (!hasInputs(composed.card)) {
        const { within } = ref;
        const card = within === undefined ? composed.card : stampForm(composed.card, within);
        return { ...composed, card, asks: false, subject: composed.subject ?? def.subject(ref.params, viewer) };
      }
      // A card that asks for something is never edited behind the person's back, so it has nothing to be kept in step with.
      return { ...composed, card: await asForm(def, ask, composed.card), asks: true, subject: '' };
    },
  };
}

/** A card that asks for something: whoever opens it finds what they had typed before, and what is typed now is not lost by leaving. */
async function asForm(def: PageDef, ask: Ask<unknown>, card: Card): Promise<Card> {
  const about = def.asksAbout(ask.params);
  if (about === undefined) return card;
  const { turn, viewer, texts, typed } = ask;
  const form = formName(def.page, about);
  const isOwn = typed === undefined && turn.by === viewer.owner;
  const before = isOwn ? await unfinishedIn(turn, viewer.owner, form) : undefined;
  if (before === undefined) return stampForm(card, form);
  const at = DateTime.fromISO(before.at, { zone: turn.plan.zone });
  const isOther = showsOther(card, before.shown);
  const told: Banner = {
    tone: isOther ? 'warning' : 'accent',
    text: texts.t(`banners.unfinished.${isOther ? 'other' : 'restored'}`, { at }),
  };
  const again = ask.banner === undefined ? await def.compose({ ...ask, banner: told }) : undefined;
  return stampForm(fillForm(again?.card ?? card, before.typed), form);
}

/** Pages for those who send and redraw: each is composed in a turn of its own, for the viewer's unit. */
export const pagesOf = (machine: Machine, officeOf: OfficeOf, book: PageBook): Pages => ({
  async compose(ref, composition) {
    const { unit, at } = composition.viewer;
    const turn = await systemTurn(machine, officeOf, unit, at);
    const shown = await book.compose(turn, ref, composition);
    // What a page tells by itself: that a file was opened.
    await turn.settle();
    return shown;
  },
});

import { isDeepStrictEqual } from 'node:util';
import { hasInputs } from '../../cards/kit/has-inputs.ts';
import { Fault } from '../domain/errors.ts';
import type { Composition, Pages, Shown } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import type { Machine, OfficeOf } from './machine.ts';
import type { PageDef } from './page.ts';
import { namedIn, systemTurn, type Turn } from './turn.ts';

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
    async compose(turn, ref, { viewer, banner, typed, redraw = false }) {
      const def = byName.get(ref.page);
      if (def === undefined) throw new Fault('UNKNOWN_PAGE', `no page ${ref.page}`);
      const texts = turn.texts(viewer.locale);
      const composed = await def.compose({
        turn: namedIn(viewer.locale, turn),
        viewer,
        texts,
        params: ref.params,
        banner,
        typed,
        redraw,
      });
      if (composed === null) return null;
      const asks = hasInputs(composed.card);
      return { ...composed, asks, subject: asks ? '' : (composed.subject ?? def.subject(ref.params, viewer)) };
    },
  };
}

/** Pages for those who send and redraw: each is composed in a turn of its own, for the viewer's unit. */
export const pagesOf = (machine: Machine, officeOf: OfficeOf, book: PageBook): Pages => ({
  async compose(ref, composition) {
    const { unit, at } = composition.viewer;
    return book.compose(systemTurn(machine, officeOf, unit, at), ref, composition);
  },
});

import type { Composition, Pages } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import { hasInputs } from '../screens/screen.ts';
import type { Deps } from './context.ts';
import type { PageDef } from './page.ts';

/** All pages behind one door: used by answers, by deliveries at send time, and by mirrors. */
export function buildPages(deps: Deps, defs: readonly PageDef[]): Pages {
  const byName = new Map(defs.map((def) => [def.page, def]));
  return {
    async compose(ref: PageRef, { viewer, banner, typed, redraw = false }: Composition) {
      const def = byName.get(ref.page);
      if (def === undefined) return null;
      const texts = deps.texts(viewer.locale);
      const composed = await def.compose({ deps, viewer, texts, params: ref.params, banner, typed, redraw });
      if (composed === null) return null;
      // A card that asks for something is never edited behind the person's back, so it has nothing to be kept in step with.
      return { ...composed, subject: hasInputs(composed.card) ? '' : def.subject(ref.params, viewer) };
    },
  };
}

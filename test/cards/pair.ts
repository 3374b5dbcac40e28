import type { z } from 'zod';
import type { DrawCard } from '../../cards/kit/card.ts';
import type { Card } from '../../src/ports/messenger.ts';
import type { Banner } from '../../src/ports/pages.ts';
import type { Texts } from '../../src/ports/texts.ts';

/** A difference that is meant: why, and what the old card becomes by it. */
export interface Meant {
  readonly why: string;
  readonly change: (old: Card) => Card;
}
export interface Pair {
  readonly name: string;
  readonly view: z.ZodObject;
  readonly old: DrawCard<never>;
  readonly drawn: DrawCard<never>;
  readonly meant?: Meant;
}

interface Screen<V extends z.ZodObject> {
  (texts: Texts, data: z.input<V>, banner?: Banner): Card;
  readonly screenName: string;
  readonly view: V;
}

/** The card that stands for a template; it must read the same view. */
export const pair = <V extends z.ZodObject>(screen: Screen<V>, drawn: DrawCard<z.output<V>>, meant?: Meant): Pair => ({
  name: screen.screenName,
  view: screen.view,
  old: screen as DrawCard<never>,
  drawn: drawn as DrawCard<never>,
  ...(meant && { meant }),
});

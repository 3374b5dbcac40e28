import type { Card } from '../../src/ports/messenger.ts';
import type { Banner } from '../../src/ports/pages.ts';
import type { Texts } from '../../src/ports/texts.ts';
import { distinct } from './distinct.ts';
import type { Action, Element, Refresh } from './elements.ts';
import { notice } from './layout.ts';
import { type List, listed } from './list.ts';
import { onePrimary } from './one-primary.ts';
import { bold } from './styles.ts';
import { text } from './text.ts';
import type { CardName, Words } from './words.ts';

/** What a card shows, from top to bottom. */
export interface Picture {
  readonly body: List<Element>;
  readonly actions?: List<Action>;
  readonly refresh?: Refresh;
}

/** Draws a card for one reader; the banner stands above all. */
export type DrawCard<View> = (texts: Texts, view: View, banner?: Banner) => Card;

/**
 * A card: its words (`cards.<name>` in the locales) and its view in, its picture out. A misspelt word does not compile.
 * Nothing but the view decides what is drawn: no I/O, no clock, no rules.
 */
export function defineCard<Name extends CardName, View extends object>(
  name: Name,
  picture: (t: Words<Name>, view: View) => Picture,
): DrawCard<View> {
  const key = `cards.${name}`;
  return (texts, view, banner) => {
    const t = texts.words(key, view) as Words<Name> & { readonly fallback: string };
    const { body, actions, refresh } = picture(t, view);
    return {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      lang: texts.locale,
      fallbackText: t.fallback,
      body: withBanner(onePrimary(distinct(listed(body))), banner),
      ...(actions && { actions: listed(actions) }),
      ...(refresh && { refresh }),
    };
  };
}

function withBanner(body: readonly Element[], banner: Banner | undefined): readonly Element[] {
  if (banner === undefined) return body;
  const said = { ...notice(banner.tone, [text(banner.text, bold)]), bleed: true };
  const [first, ...rest] = body;
  return first === undefined ? [said] : [said, { ...first, spacing: 'Medium' }, ...rest];
}

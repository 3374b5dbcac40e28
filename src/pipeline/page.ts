import type { z } from 'zod';
import type { Card } from '../ports/messenger.ts';
import type { Banner, Typed, Viewer } from '../ports/pages.ts';
import type { Texts } from '../ports/texts.ts';
import type { PageName } from './page-name.ts';
import type { Turn } from './turn.ts';

export interface Ask<P> {
  readonly turn: Turn;
  readonly viewer: Viewer;
  /** In the viewer's language. */
  readonly texts: Texts;
  readonly params: P;
  readonly banner: Banner | undefined;
  /** What was typed into this form before it was refused. */
  readonly typed: Typed | undefined;
  /** The card is posted already: what would not be worth a message is still worth being shown as it now is. */
  readonly redraw: boolean;
}

export interface Composed {
  readonly card: Card;
  readonly summary: string;
  /** Instead of the page's own `subject`, where only the composition tells what is shown. */
  readonly subject?: string;
  /** What a message that shows it keeps of what it said, among its parameters. */
  readonly said?: Readonly<Record<string, string>>;
}

/** A read: from ids to a card, by current records only. Decides again whether the viewer may see it. */
export interface PageDef<P = unknown> {
  readonly page: string;
  /** Names under which earlier releases stored it. */
  readonly formerly: readonly string[];
  /** The record, or the person's list, whose state the card shows and which it is kept in step with. */
  readonly subject: (params: P, viewer: Viewer) => string;
  /** What is asked about, when the page asks for something: under this what is typed and not sent is kept. */
  readonly asksAbout: (params: P) => string | undefined;
  /** `null`: nothing to show any more, or not to this viewer. @throws CodedError when the viewer is owed a reason */
  readonly compose: (ask: Ask<P>) => Promise<Composed | null>;
}

interface PageSpec<S extends z.ZodType> {
  name: PageName<S>;
  subject?: (params: z.output<S>, viewer: Viewer) => string;
  /** By default all that the page is named by. `undefined`: what is typed is worth nothing later, as in a search. */
  asksAbout?: (params: z.output<S>) => string | undefined;
  compose: (ask: Ask<z.output<S>>) => Promise<Composed | null>;
}

/** The book of pages holds pages of every parameter type; each parses its own parameters before it composes. */
export function definePage<S extends z.ZodType>({ name, subject, asksAbout = allOf, compose }: PageSpec<S>): PageDef {
  return {
    page: name.page,
    formerly: name.formerly,
    subject: (params, viewer) => subject?.(name.params.parse(params), viewer) ?? '',
    asksAbout: (params) => asksAbout(name.params.parse(params)),
    compose: (ask) => compose({ ...ask, params: name.params.parse(ask.params) }),
  };
}

/** Of a form that every button saves, against what was saved elsewhere meanwhile: nothing is kept beside it. */
export const savesItself = (): undefined => undefined;

const allOf = (params: unknown): string =>
  Object.entries(params as object)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

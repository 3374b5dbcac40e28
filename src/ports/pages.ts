import type { DateTime } from 'luxon';
import type { PageRef } from '../records/message.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Message } from './messenger.ts';

export type Locale = 'vi' | 'en';

/** For whose eyes a page is composed; a channel has no person. */
export interface Viewer {
  readonly unit: string;
  /** A person's id, or `channel:<purpose>`. */
  readonly owner: string;
  readonly person?: Loaded<Person>;
  readonly locale: Locale;
  readonly at: DateTime;
}

/** A sentence put above a card: what was just done, or why it was not. */
export interface Banner {
  readonly tone: 'good' | 'warning' | 'attention' | 'accent';
  readonly text: string;
}

/** What a person typed, by input id, put back into the form after a refusal. */
export type Typed = Readonly<Record<string, string>>;

export interface Shown extends Message {
  /** The record whose state the card shows; such a card is kept in step. Empty when there is none, or when the card asks for something. */
  readonly subject: string;
  /** There is something to fill in on it: it is never edited behind the person's back. */
  readonly asks: boolean;
  /** What a message keeps of what it said, among the parameters of its page. */
  readonly said?: Readonly<Record<string, string>>;
}

export interface Composition {
  readonly viewer: Viewer;
  readonly banner?: Banner;
  readonly typed?: Typed;
  /** The card is posted already and is only brought up to date: a list that has become empty says so. */
  readonly redraw?: boolean;
}

/** Composes pages from current records. */
export interface Pages {
  /** `null` when there is nothing to show any more: the record is gone or moved on, or this viewer may not see it. */
  compose(ref: PageRef, composition: Composition): Promise<Shown | null>;
}

import { beginningOf } from '../../src/domain/text/beginning-of.ts';
import type { Action, ActionSet, Data, Execute, Manners, OpenUrl, Refresh } from './elements.ts';
import { type List, listed } from './list.ts';
import { type Place, type Styles, styled } from './styles.ts';

/** What the reader most likely wants. */
export const primary: Manners = { style: 'positive' };
/** What cannot be taken back. */
export const destructive: Manners = { style: 'destructive' };
/** Sends nothing of the form, and does not ask that it be filled. */
export const bare: Manners = { associatedInputs: 'none' };

/** In the data of a button that decides without having been asked first: where it has just come up, it waits until it can have been read. */
export const readFirst = { cameUp: '' } as const;

/** A button that sends its verb. Clients without Universal Actions get the same as a Submit that carries the verb in its data. */
export function act(title: string, verb: string, data: Data = {}, ...manners: readonly Manners[]): Execute {
  const manner = Object.assign({}, ...manners) as Manners;
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...manner,
    fallback: { type: 'Action.Submit', title, ...manner, data: { ...data, verb } },
  };
}

/** Characters of a name that is heard: a card with a long list of long file names has no room for all of each. */
const longestName = 60;

/**
 * The same button by the name of what it acts on: rows of one list are otherwise all called alike to whoever hears the card.
 * Clients without Universal Actions keep the short name: a card has no room for the long one twice.
 */
export function about(action: Execute, name: string): Execute {
  return { ...action, title: `${action.title}: ${beginningOf(name, longestName)}` };
}

/**
 * The card of a conversation of several, as each of them may have it for themselves: those who are named get theirs without asking. Clients
 * without Universal Actions show the card as it is.
 * @param userIds Teams' own ids (`29:`), 60 at the most
 */
export const refreshed = (title: string, verb: string, data: Data, userIds: readonly string[]): Refresh => ({
  action: { type: 'Action.Execute', title, verb, data },
  userIds,
});

/** A button that leads out of Teams. */
export const openUrl = (title: string, url: string, ...manners: readonly Manners[]): OpenUrl =>
  Object.assign({ type: 'Action.OpenUrl', title, url } as const, ...manners);

/** Buttons within the body. */
export const actions = (list: List<Action>, ...styles: Styles<Place>): ActionSet =>
  styled({ type: 'ActionSet', actions: listed(list) }, styles);

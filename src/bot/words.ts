import { distance } from 'fastest-levenshtein';
import { composed, fold, tidy } from '../domain/text/vietnamese.ts';
import type { CommandRoute } from '../pipeline/capability.ts';
import type { Machine } from '../pipeline/machine.ts';
import type { Texts } from '../ports/texts.ts';
import { mentionMarks } from './mentions.ts';

export interface Matched {
  readonly route: CommandRoute;
  /** What followed the command's words. */
  readonly rest: string;
}

/** A person's text without the bot's mention and markup: nbsp to space, NFC, squeezed. */
export function plainText(text: string): string {
  // Nothing is looked for beyond the next mark: what never ends costs no more than what does.
  const bare = text
    .replace(mentionMarks, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/<[^<>]{0,200}>/g, ' ');
  return composed(bare)
    .replace(/[\u00a0\s]+/g, ' ')
    .trim();
}

/** What a quoted message stood for (`quoted`) goes with it: the quote is not what is said. */
const markup = /<\/?(?:p|div|br|b|i|u|s|em|strong|span|ul|ol|li|a|quoted)(?:\s[^<>]{0,300})?\/?>/gi;
/** A message is no longer; what comes after is not looked at. */
const longestMessage = 30_000;

/** The message as it was written, lines and signs kept: for whoever takes it as a text of its own. */
export const messageText = (text: string): string =>
  tidy(
    text
      .slice(0, longestMessage)
      .replace(mentionMarks, ' ')
      .replace(/<br\s?\/?>|<\/p>|<\/div>|<\/li>/gi, '\n')
      .replace(markup, '')
      .replace(/&nbsp;/gi, ' '),
  );

/** No command is longer with all that people put around it; looking for the end of more than that would take long. */
const longestCommand = 200;

/** A slash before it, a full stop, a smile or quotes around it, a polite “ạ” behind it: people type a command as they type a sentence. */
const asTyped = (text: string): string =>
  fold(text.slice(0, longestCommand))
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .replace(/ (?:a|nhe|nha)$/, '');

/** Every way to write a command, in both languages, longest first so that "hồ sơ tập thể" is not read as "hồ sơ". */
function spellings(
  routes: readonly CommandRoute[],
  texts: Machine['texts'],
): { spelling: string; route: CommandRoute }[] {
  return listed(routes, texts, (t, name) => [
    t.t(`commands.${name}.name`),
    ...t.t(`commands.${name}.aliases`).split('|'),
  ]).sort((a, b) => b.spelling.length - a.spelling.length);
}

/** What people say for it, the names of our own buttons among it: too short or too common to begin a sentence with. One that several mean is the first's. */
function sayings(routes: readonly CommandRoute[], texts: Machine['texts']): Map<string, CommandRoute[]> {
  const said = new Map<string, CommandRoute[]>();
  for (const { spelling, route } of listed(
    routes,
    texts,
    saidFor((word) => !word.endsWith(more)),
  ))
    said.set(anyNumber(spelling), [...(said.get(anyNumber(spelling)) ?? []), route]);
  return said;
}

/** The beginnings of buttons that go on with a name or a figure: written in the locales with an ellipsis. */
const beginnings = (routes: readonly CommandRoute[], texts: Machine['texts']): [string, CommandRoute][] =>
  listed(
    routes,
    texts,
    saidFor((word) => word.endsWith(more)),
    (word) => anyNumber(fold(word.slice(0, -1))),
  )
    .map(({ spelling, route }): [string, CommandRoute] => [spelling, route])
    .sort(([a], [b]) => b.length - a.length);

const more = '…';
/** A figure on a button is another one tomorrow. */
const anyNumber = (text: string): string => text.replace(/\d+/g, '0');

const saidFor =
  (is: (word: string) => boolean) =>
  (t: Texts, name: string): readonly string[] =>
    t.has(`commands.${name}.words`) ? t.t(`commands.${name}.words`).split('|').filter(is) : [];

const listed = (
  routes: readonly CommandRoute[],
  texts: Machine['texts'],
  of: (t: Texts, name: string) => readonly string[],
  spelt: (word: string) => string = asTyped,
): { spelling: string; route: CommandRoute }[] =>
  routes.flatMap((route) =>
    (['vi', 'en'] as const)
      .flatMap((locale) => of(texts(locale), route.name))
      .filter((word) => word !== '')
      .map((word) => ({ spelling: spelt(word), route })),
  );

export function commandWords(routes: readonly CommandRoute[], texts: Machine['texts']) {
  const known = spellings(routes, texts);
  const said = sayings(routes, texts);
  const begun = beginnings(routes, texts);
  const beginsWith = (typed: string): CommandRoute | undefined =>
    begun.find(([start]) => anyNumber(typed).startsWith(start))?.[1];
  return {
    /**
     * Diacritics, case and the punctuation around it are optional; the command's words come first.
     * @param isTheirs of several commands that have a button of one name, those of whoever typed it
     */
    match(text: string, isTheirs: (route: CommandRoute) => boolean = () => true): Matched | undefined {
      const typed = asTyped(text);
      const meant = said.get(anyNumber(typed));
      const hit = known.find(
        ({ spelling }) =>
          typed === spelling || (typed.startsWith(spelling) && /^[\s:;,.!?–-]/.test(typed.slice(spelling.length))),
      );
      if (hit !== undefined && typed === hit.spelling) return { route: hit.route, rest: '' };
      // "Gửi hồ sơ" is not "gửi" with something after it, nor is "rút hồ sơ" a dossier.
      const whole = meant?.find(isTheirs) ?? meant?.[0] ?? beginsWith(typed);
      if (whole !== undefined) return { route: whole, rest: '' };
      if (hit === undefined) return undefined;
      const words = hit.spelling.split(' ').length;
      const rest = text
        .replace(/^[\p{P}\p{S}\s]+/u, '')
        .split(' ')
        .slice(words)
        .join(' ');
      return { route: hit.route, rest: rest.replace(/^[\p{P}\s]+/u, '') };
    },
    /** The commands whose words are nearest, best first; at most `count`. */
    nearest(text: string, among: readonly CommandRoute[], count: number): CommandRoute[] {
      const folded = asTyped(text).slice(0, 60);
      const scored = [
        ...known,
        ...[...said].flatMap(([spelling, meant]) => meant.map((route) => ({ spelling, route }))),
      ]
        .filter(({ route }) => among.includes(route))
        .map(({ spelling, route }) => ({
          route,
          score: distance(folded, spelling) / Math.max(folded.length, spelling.length),
        }))
        .sort((a, b) => a.score - b.score);
      return [...new Set(scored.filter(({ score }) => score < 0.6).map(({ route }) => route))].slice(0, count);
    },
  };
}
export type CommandWords = ReturnType<typeof commandWords>;

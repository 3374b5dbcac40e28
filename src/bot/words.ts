import { distance } from 'fastest-levenshtein';
import { composed, fold } from '../domain/text/vietnamese.ts';
import type { CommandRoute } from '../pipeline/capability.ts';
import type { Machine } from '../pipeline/machine.ts';

export interface Matched {
  readonly route: CommandRoute;
  /** What followed the command's words. */
  readonly rest: string;
}

/** A person's text without the bot's mention and markup: nbsp to space, NFC, squeezed. */
export function plainText(text: string): string {
  // Nothing is looked for beyond the next mark: what never ends costs no more than what does.
  const bare = text
    .replace(/<at(?:\s[^<>]{0,200})?>[^<]{0,200}<\/at>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/<[^<>]{0,200}>/g, ' ');
  return composed(bare)
    .replace(/[\u00a0\s]+/g, ' ')
    .trim();
}

/** Every way to write a command, in both languages, longest first so that "hồ sơ tập thể" is not read as "hồ sơ". */
function spellings(
  routes: readonly CommandRoute[],
  texts: Machine['texts'],
): { spelling: string; route: CommandRoute }[] {
  return routes
    .flatMap((route) =>
      (['vi', 'en'] as const).flatMap((locale) => {
        const t = texts(locale);
        const words = [t.t(`commands.${route.name}.name`), ...t.t(`commands.${route.name}.aliases`).split('|')];
        return words.filter((word) => word !== '').map((word) => ({ spelling: fold(word), route }));
      }),
    )
    .sort((a, b) => b.spelling.length - a.spelling.length);
}

export function commandWords(routes: readonly CommandRoute[], texts: Machine['texts']) {
  const known = spellings(routes, texts);
  return {
    /** Diacritics and case are optional; the command's words come first. */
    match(text: string): Matched | undefined {
      const folded = fold(text);
      const hit = known.find(({ spelling }) => folded === spelling || folded.startsWith(`${spelling} `));
      if (hit === undefined) return undefined;
      const words = hit.spelling.split(' ').length;
      return { route: hit.route, rest: text.split(' ').slice(words).join(' ') };
    },
    /** The commands whose words are nearest, best first; at most `count`. */
    nearest(text: string, among: readonly CommandRoute[], count: number): CommandRoute[] {
      const folded = fold(text).slice(0, 60);
      const scored = known
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

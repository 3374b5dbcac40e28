import { CodedError } from '../domain/errors.ts';
import { type Answer, show } from '../pipeline/answer.ts';
import type { Ctx } from '../pipeline/context.ts';
import type { CommandRoute, Feature, VerbRoute } from '../pipeline/route.ts';
import { StoreError } from '../ports/store.ts';
import type { Asked } from './incoming.ts';
import { type CommandWords, commandWords, plainText } from './words.ts';

/** From what a known person asked to the command that answers it. */
export function createDispatch(features: readonly Feature[]) {
  const commands = features.flatMap((f) => f.commands);
  const verbs = new Map<string, VerbRoute>(features.flatMap((f) => f.verbs.map((v) => [v.verb, v] as const)));
  const onFiles = features.find((f) => f.onFiles !== undefined)?.onFiles;
  const words = { personal: wordsFor(commands, 'personal'), channel: wordsFor(commands, 'channel') };

  return async (ctx: Ctx, asked: Asked): Promise<Answer | undefined> => {
    try {
      switch (asked.kind) {
        case 'verb': {
          const route = verbs.get(asked.verb);
          if (route === undefined) throw new CodedError('UNKNOWN_VERB');
          // A client without Universal Actions posts the answer where it clicked: in a channel everybody would read it.
          if (ctx.place.kind === 'channel' && route.where === 'personal') throw new CodedError('PERSONAL_ONLY');
          return await route.run(ctx, asked.data);
        }
        case 'text':
          return await answerText(ctx, asked.text, words);
        case 'files':
          if (onFiles === undefined || ctx.place.kind !== 'personal') throw new CodedError('FILES_ELSEWHERE');
          return await onFiles(ctx);
        case 'malformed':
          throw new CodedError('BAD_CARD');
        default:
          return undefined;
      }
    } catch (error) {
      // Another click or another person was quicker. Nothing was changed by this one.
      if (error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate'))
        throw new CodedError('CONFLICT');
      // An id that no document can have: a forged card.
      if (error instanceof StoreError && error.code === 'BadId') throw new CodedError('BAD_CARD');
      throw error;
    }
  };
}
export type Dispatch = ReturnType<typeof createDispatch>;

const wordsFor = (commands: readonly CommandRoute[], where: 'personal' | 'channel') => {
  const routes = commands.filter((c) => c.where === where);
  return { routes, words: commandWords(routes) };
};
type Vocabulary = { readonly routes: readonly CommandRoute[]; readonly words: CommandWords };

async function answerText(
  ctx: Ctx,
  raw: string,
  vocabulary: { personal: Vocabulary; channel: Vocabulary },
): Promise<Answer> {
  const here = vocabulary[ctx.place.kind];
  const elsewhere = vocabulary[ctx.place.kind === 'personal' ? 'channel' : 'personal'];
  const text = plainText(raw);
  const matched = here.words.match(text);
  if (matched !== undefined) return matched.route.run(ctx, matched.rest);
  if (elsewhere.words.match(text) !== undefined)
    throw new CodedError(ctx.place.kind === 'personal' ? 'CHANNEL_ONLY' : 'PERSONAL_ONLY');
  if (ctx.place.kind === 'channel') throw new CodedError('PERSONAL_ONLY');
  const mine = here.routes.filter((route) => route.isFor(ctx.actor));
  const nearest = here.words.nearest(text, mine, 4).map((route) => route.name);
  return show('start.unknown', { nearest: nearest.join(' ') });
}

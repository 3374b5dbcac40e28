import { CodedError } from '../domain/errors.ts';
import { legible } from '../domain/text/vietnamese.ts';
import { startUnknown } from '../features/start/refs.ts';
import { runCommand } from '../model/round/run-command.ts';
import { type Answer, show } from '../pipeline/answer.ts';
import type { Capability, CommandRoute, FilesRoute, TextRoute, VerbRoute } from '../pipeline/capability.ts';
import type { Ctx } from '../pipeline/context.ts';
import { legibleData } from '../pipeline/inputs.ts';
import { requireRead } from '../pipeline/just-opened.ts';
import type { Machine } from '../pipeline/machine.ts';
import { answerForm } from '../pipeline/unfinished.ts';
import type { Asked } from './incoming.ts';
import { type CommandWords, commandWords, messageText, plainText } from './words.ts';

/** From what a known person asked to the command that answers it. */
export function createDispatch(features: readonly Capability[], texts: Machine['texts']) {
  const commands = features.flatMap((f) => f.commands);
  const verbs = new Map<string, VerbRoute>(features.flatMap((f) => f.verbs.map((v) => [v.verb, v] as const)));
  const files = features.flatMap((f) => f.files).sort((a, b) => Number(a.isLast ?? false) - Number(b.isLast ?? false));
  const others = features.flatMap((f) => f.texts);
  const wordsFor = (where: 'personal' | 'channel'): Vocabulary => {
    const routes = commands.filter((c) => c.where === where || c.where === 'anywhere');
    return { routes, words: commandWords(routes, texts) };
  };
  const words = { personal: wordsFor('personal'), channel: wordsFor('channel'), others };

  return async (ctx: Ctx, asked: Asked): Promise<Answer | undefined> => {
    switch (asked.kind) {
      case 'verb': {
        const route = verbs.get(asked.verb);
        if (route === undefined) throw new CodedError('UNKNOWN_VERB');
        // No card in a personal chat has anybody's client ask, and nothing else may be done without a click.
        if (asked.byItself === true && (route.isByItself !== true || ctx.place.kind === 'personal'))
          throw new CodedError('BAD_CARD');
        // A client without Universal Actions posts the answer where it clicked: in a channel everybody would read it.
        if (ctx.place.kind !== 'personal' && route.where === 'personal') throw new CodedError('PERSONAL_ONLY');
        return answerForm(ctx, requireRead(ctx, asked.data), (within, data) => route.run(within, legibleData(data)));
      }
      case 'text':
        return answerText(ctx, legible(asked.text), words);
      case 'files':
        return takeFiles(ctx, files);
      case 'malformed':
        throw new CodedError('BAD_CARD');
      case 'edited':
        throw new CodedError('EDITED');
      default:
        return undefined;
    }
  };
}
export type Dispatch = ReturnType<typeof createDispatch>;

/** @throws CodedError FILE_NOT_ARRIVED when the message shows one and has none; FILES_ELSEWHERE in a channel, or when no capability wants them */
async function takeFiles(ctx: Ctx, routes: readonly FilesRoute[]): Promise<Answer> {
  if (ctx.place.kind !== 'personal') throw new CodedError('FILES_ELSEWHERE');
  if (ctx.sent.length === 0) throw new CodedError('FILE_NOT_ARRIVED');
  for (const route of routes) if (await route.isFor(ctx)) return route.run(ctx);
  throw new CodedError('FILES_ELSEWHERE');
}

type Vocabulary = { readonly routes: readonly CommandRoute[]; readonly words: CommandWords };

/** A longer text that begins with a command's words is a text: “hồ sơ của tôi năm nay gồm …”. */
const longest = 40;
/** Whoever may not use the command writes a text all the same. */
const longestOf = ({ longestText = longest, isFor }: CommandRoute, { actor }: Ctx): number =>
  isFor(actor) ? longestText : longest;

async function answerText(
  ctx: Ctx,
  raw: string,
  vocabulary: { personal: Vocabulary; channel: Vocabulary; others: readonly TextRoute[] },
): Promise<Answer> {
  const isPersonal = ctx.place.kind === 'personal';
  const here = vocabulary[isPersonal ? 'personal' : 'channel'];
  const elsewhere = vocabulary[isPersonal ? 'channel' : 'personal'];
  const text = plainText(raw);
  const matched = here.words.match(text, (route) => route.isFor(ctx.actor));
  if (matched !== undefined && (matched.rest === '' || text.length < longestOf(matched.route, ctx)))
    return runCommand(ctx, matched.route, { rest: matched.rest, round: '' });
  if (elsewhere.words.match(text) !== undefined) throw new CodedError(isPersonal ? 'CHANNEL_ONLY' : 'PERSONAL_ONLY');
  if (!isPersonal) throw new CodedError('PERSONAL_ONLY');
  for (const take of vocabulary.others) {
    const answer = await take(ctx, messageText(raw));
    if (answer !== undefined) return answer;
  }
  const mine = here.routes.filter((route) => route.isFor(ctx.actor));
  const nearest = here.words.nearest(text, mine, 4).map((route) => route.name);
  return show(startUnknown.ref({ nearest: nearest.join(' ') }));
}

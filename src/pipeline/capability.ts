import type { z } from 'zod';
import { isInputId } from '../../cards/kit/input-ids.ts';
import { CodedError } from '../domain/errors.ts';
import type { Actor } from '../domain/policy/actor.ts';
import type { PageRef } from '../records/message.ts';
import { type Answer, show } from './answer.ts';
import type { Ctx } from './context.ts';
import type { KeptFiles } from './kept-files.ts';
import type { LaneDef } from './lane.ts';
import type { MorningSource } from './morning.ts';
import type { PageDef } from './page.ts';
import type { SpreadDef } from './spread.ts';
import type { TodoSource } from './todo.ts';

export interface VerbRoute {
  readonly verb: string;
  /** `anywhere`: also on a card in a channel. What it answers may then be read by everyone in the channel. */
  readonly where: 'personal' | 'anywhere';
  /** A client may send it without a click, to show its reader a card of their own: it writes nothing. */
  readonly isByItself?: true;
  readonly run: (ctx: Ctx, data: unknown) => Promise<Answer>;
}

/**
 * Card verb → parse → command. What does not parse is a forged or outdated card. Not every client keeps to `associatedInputs`: what the
 * card asks for and the verb does not take is passed over; any other surplus is forged.
 */
export function verb<I>(
  name: string,
  input: z.ZodType<I>,
  command: (ctx: Ctx, input: I) => Promise<Answer>,
): VerbRoute {
  return {
    verb: name,
    where: 'personal',
    run: async (ctx, data) => {
      const parsed = parseBesideInputs(input, data);
      if (!parsed.success) {
        ctx.log.warn(
          { verb: name, issues: parsed.error.issues.map((i) => ({ path: i.path, code: i.code })) },
          'card data refused',
        );
        throw new CodedError('BAD_CARD');
      }
      return command(ctx, parsed.data);
    },
  };
}

function parseBesideInputs<I>(input: z.ZodType<I>, data: unknown): z.ZodSafeParseResult<I> {
  const parsed = input.safeParse(data);
  if (parsed.success) return parsed;
  const surplus = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  if (surplus.length === 0 || !surplus.every(isInputId)) return parsed;
  return input.safeParse(Object.fromEntries(Object.entries(data as object).filter(([key]) => !surplus.includes(key))));
}

/** A verb that shows a page; `may` refuses whoever has no business there. */
export const opens = <I>(
  name: string,
  input: z.ZodType<I>,
  page: { readonly ref: (params: I) => PageRef },
  may: (ctx: Ctx) => void = () => undefined,
): VerbRoute =>
  verb(name, input, async (ctx, params) => {
    may(ctx);
    return show(page.ref(params));
  });

/** A verb that a card in a channel may carry. */
export const anywhere = (route: VerbRoute): VerbRoute => ({ ...route, where: 'anywhere' });

/** A verb of a card's `refresh`, which clients send whenever they show the card; its command must only read. */
export const byItself = (route: VerbRoute): VerbRoute => ({ ...route, isByItself: true });

/** A text command; its words are `commands.<name>` in the locales. */
export interface CommandRoute {
  readonly name: string;
  /** Listed in this person's help and offered for near misses; the command decides again by itself. */
  readonly isFor: (actor: Actor) => boolean;
  /** Understood when typed, and not listed: a step of something that is. */
  readonly isStep?: boolean;
  /** `channel` commands are typed as a mention of the bot in a channel; what one `anywhere` answers may be read by everyone there. */
  readonly where: 'personal' | 'channel' | 'anywhere';
  /** It concerns one round, of those that are open or also of those with dossiers under way: with several the person is asked which. */
  readonly inRound?: 'open' | 'underWay';
  /** What follows its words is a name to look for: a message of so many characters is still taken for it. */
  readonly longestText?: number;
  readonly run: (ctx: Ctx, rest: string) => Promise<Answer>;
}

/** Takes files that came with a message of their own. The first capability that wants them gets them. */
export interface FilesRoute {
  /** Wants whatever no other does: asked last. */
  readonly isLast?: true;
  readonly isFor: (ctx: Ctx) => Promise<boolean>;
  readonly run: (ctx: Ctx) => Promise<Answer>;
}

/**
 * Answers what was typed in the personal chat and is no command; undefined leaves it to the next. A message may hold anything: what it is
 * taken for is shown before it is written.
 */
export type TextRoute = (ctx: Ctx, text: string) => Promise<Answer | undefined>;

/** All that a capability offers, declared once: nothing else of the house has to know of it. */
export interface Capability {
  readonly commands: readonly CommandRoute[];
  readonly verbs: readonly VerbRoute[];
  readonly pages: readonly PageDef[];
  readonly spreads: readonly SpreadDef[];
  readonly lanes: readonly LaneDef[];
  readonly todos: readonly TodoSource[];
  readonly mornings: readonly MorningSource[];
  readonly files: readonly FilesRoute[];
  /** Its records that name files. What it puts and none of them names is deleted within a day. */
  readonly keeps: readonly KeptFiles[];
  readonly texts: readonly TextRoute[];
}

/** What a capability does not name it does not have. */
export const capability = (offered: Partial<Capability>): Capability => ({
  commands: [],
  verbs: [],
  pages: [],
  spreads: [],
  lanes: [],
  todos: [],
  mornings: [],
  files: [],
  keeps: [],
  texts: [],
  ...offered,
});

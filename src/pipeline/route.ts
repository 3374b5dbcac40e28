import type { z } from 'zod';
import { CodedError } from '../domain/errors.ts';
import type { Actor } from '../domain/policy/roles.ts';
import type { Answer } from './answer.ts';
import type { Ctx } from './context.ts';
import type { PageDef } from './page.ts';
import { lookAgain } from './retry.ts';
import type { SpreadDef } from './spread.ts';

export interface VerbRoute {
  readonly verb: string;
  /** `anywhere`: also on a card in a channel. What it answers may then be read by everyone in the channel. */
  readonly where: 'personal' | 'anywhere';
  readonly run: (ctx: Ctx, data: unknown) => Promise<Answer>;
}

/** Card verb → parse → command, which looks again when another click was quicker. What does not parse is a forged or outdated card. */
export function verb<I>(
  name: string,
  input: z.ZodType<I>,
  command: (ctx: Ctx, input: I) => Promise<Answer>,
): VerbRoute {
  return {
    verb: name,
    where: 'personal',
    run: async (ctx, data) => {
      const parsed = input.safeParse(data);
      if (!parsed.success) {
        ctx.deps.log.warn(
          { verb: name, issues: parsed.error.issues.map((i) => ({ path: i.path, code: i.code })) },
          'card data refused',
        );
        throw new CodedError('BAD_CARD');
      }
      return lookAgain(() => command(ctx, parsed.data));
    },
  };
}

/** A verb that a card in a channel may carry. */
export const anywhere = (route: VerbRoute): VerbRoute => ({ ...route, where: 'anywhere' });

/** A text command; its words are `commands.<name>` in the locales. */
export interface CommandRoute {
  readonly name: string;
  /** Listed in this person's help and offered for near misses; the command decides again by itself. */
  readonly isFor: (actor: Actor) => boolean;
  /** `channel` commands are typed as a mention of the bot in a channel. */
  readonly where: 'personal' | 'channel';
  readonly run: (ctx: Ctx, rest: string) => Promise<Answer>;
}

/** What a capability offers to the outside. */
export interface Feature {
  readonly commands: readonly CommandRoute[];
  readonly verbs: readonly VerbRoute[];
  readonly pages: readonly PageDef[];
  readonly spreads: readonly SpreadDef[];
  /** Answers a message that carries files and no command. */
  readonly onFiles?: (ctx: Ctx) => Promise<Answer>;
}

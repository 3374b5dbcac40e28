import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { maySeeProgressOf } from '../../domain/policy/policy.ts';
import { type Actor, hasRole, leadsUnit } from '../../domain/policy/roles.ts';
import { currentRound } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { anywhere, type Feature, verb } from '../../pipeline/route.ts';
import { progressPage } from './progress.page.ts';
import { todoPage } from './todo.page.ts';

const seesAll = (actor: Actor): boolean => hasRole(actor, 'office') || leadsUnit(actor);
const seesSome = (actor: Actor): boolean => seesAll(actor) || hasRole(actor, 'head', 'deputy');

// Reads take what they need and pass over what a form on the same card may add.
const progressInput = z.object({
  round: z.string().default(''),
  department: z.string().default(''),
  page: z.string().default('0'),
});
const todoInput = z.object({ page: z.string().default('0') });
const openInput = z.discriminatedUnion('what', [
  z.object({ what: z.literal('call'), id: z.string() }),
  z.object({ what: z.literal('proposal'), id: z.string().startsWith('nomination:').max(300) }),
]);

/**
 * Whoever leads one department sees that one; names never go to a channel.
 * @throws CodedError PROGRESS_NOT_YOURS, PERSONAL_ONLY; NO_ROUND before the first one opens
 */
async function showProgress({ deps, actor, place }: Ctx, input: z.infer<typeof progressInput>): Promise<Answer> {
  if (!seesSome(actor)) throw new CodedError('PROGRESS_NOT_YOURS');
  const department = input.department === '' && !seesAll(actor) ? actor.departmentId : input.department;
  if (department !== '' && !maySeeProgressOf(actor, department)) throw new CodedError('PROGRESS_NOT_YOURS');
  if (department !== '' && place.kind !== 'personal') throw new CodedError('PERSONAL_ONLY');
  if (input.round === '') await currentRound(deps);
  return show('progress.show', { ...input, department });
}

/** One's own list and how far a round has come; reads only. */
export const overviewFeature: Feature = {
  commands: [
    { name: 'todo', isFor: () => true, where: 'personal', run: async () => show('todo.show') },
    { name: 'progress', isFor: seesSome, where: 'personal', run: (ctx) => showProgress(ctx, progressInput.parse({})) },
  ],
  verbs: [
    verb('todo.show', todoInput, async (_ctx, input) => show('todo.show', input)),
    verb('todo.open', openInput, async (ctx, { what, id }) =>
      what === 'call'
        ? show('calls.invite', { call: id, person: ctx.me.id })
        : show('review.proposal', { nomination: id }),
    ),
    anywhere(verb('progress.show', progressInput, showProgress)),
  ],
  pages: [todoPage, progressPage],
  spreads: [],
};

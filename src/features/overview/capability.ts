import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { maySeeProgressOf, seesEveryDepartment, seesSomeDepartment } from '../../domain/policy/progress.ts';
import { currentRound } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { anywhere, type Capability, capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { TodoSource } from '../../pipeline/todo.ts';
import { callsInvite } from '../calls/refs.ts';
import { reviewProposal } from '../review/refs.ts';
import { progressPage } from './progress.page.ts';
import { progressShow, todoShow } from './refs.ts';
import { todoPage } from './todo.page.ts';

const progressInput = z.strictObject({
  round: z.string().default(''),
  department: z.string().default(''),
  page: z.string().default('0'),
});
const todoInput = z.strictObject({ page: z.string().default('0') });
const openInput = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('call'), id: z.string() }),
  z.strictObject({ what: z.literal('proposal'), id: z.string().startsWith('nomination:').max(300) }),
]);

/**
 * Whoever leads one department sees that one; names never go to a channel.
 * @throws CodedError PROGRESS_NOT_YOURS, PERSONAL_ONLY; NO_ROUND before the first one opens
 */
async function showProgress(ctx: Ctx, input: z.infer<typeof progressInput>): Promise<Answer> {
  if (!seesSomeDepartment(ctx.actor)) throw new CodedError('PROGRESS_NOT_YOURS');
  const department =
    input.department === '' && !seesEveryDepartment(ctx.actor) ? ctx.actor.departmentId : input.department;
  if (department !== '' && !maySeeProgressOf(ctx.actor, department)) throw new CodedError('PROGRESS_NOT_YOURS');
  if (department !== '' && ctx.place.kind !== 'personal') throw new CodedError('PERSONAL_ONLY');
  if (input.round === '') await currentRound(ctx);
  return show(progressShow.ref({ ...input, department }));
}

/** One's own list and how far a round has come; reads only. @param todos of every capability */
export const overview = (todos: () => readonly TodoSource[]): Capability =>
  capability({
    commands: [
      { name: 'todo', isFor: () => true, where: 'personal', run: async () => show(todoShow.ref({})) },
      {
        name: 'progress',
        isFor: seesSomeDepartment,
        where: 'personal',
        inRound: 'underWay',
        run: (ctx) => showProgress(ctx, progressInput.parse({})),
      },
    ],
    verbs: [
      opens('todo.show', todoInput, todoShow),
      verb('todo.open', openInput, async (ctx, { what, id }) =>
        what === 'call'
          ? show(callsInvite.ref({ call: id, person: ctx.me.id }))
          : show(reviewProposal.ref({ nomination: id })),
      ),
      anywhere(verb('progress.show', progressInput, showProgress)),
    ],
    pages: [todoPage(todos), progressPage],
  });

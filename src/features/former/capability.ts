import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { formerForm } from '../../model/dossier/refs.ts';
import { currentRound } from '../../model/round/round.ts';
import { show } from '../../pipeline/answer.ts';
import { capability, verb } from '../../pipeline/capability.ts';
import { formPage } from './form.page.ts';
import { askedOf } from './former-dossier.ts';
import { say, sayInput } from './say.ts';
import { formerTodos } from './todos.ts';
import { waitingFor } from './waiting.ts';

/** What the head of a department says of somebody who left it before sending their dossier. */
export const former = capability({
  commands: [
    {
      name: 'former',
      isFor: isHeadOrDeputy,
      isStep: true,
      where: 'personal',
      run: async (ctx) => {
        const round = await currentRound(ctx);
        const [first] = await waitingFor(ctx, round.data.round, ctx.actor);
        if (first === undefined) throw new CodedError('FORMER_NONE');
        return show(formerForm.ref({ former: first.id }));
      },
    },
  ],
  verbs: [
    verb('former.open', z.strictObject({ former: z.string() }), async (ctx, input) => {
      if ((await askedOf(ctx, input.former, ctx.me.id)) === undefined) throw new CodedError('FORMER_NOT_YOURS');
      return show(formerForm.ref(input));
    }),
    verb('former.say', sayInput, say),
  ],
  pages: [formPage],
  todos: formerTodos,
});

import { z } from 'zod';
import { leaveIn, saysLeave } from '../../domain/people/typed-leave.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { endLeave, endLeaveInput } from './end-leave.ts';
import { leavePages } from './leave.page.ts';
import { onLeave } from './on-leave.ts';
import { leaveShow, typedLeave } from './refs.ts';
import { saveLeave, saveLeaveInput } from './save-leave.ts';

/** Days that were typed are shown to be confirmed; anything else opens the form. */
async function typed(ctx: Ctx, words: string): Promise<Answer> {
  const days = leaveIn(words);
  return days === undefined ? show(leaveShow.ref({})) : saveLeave(ctx, { ...days, person: '', confirm: false });
}

/** A person's leave: said in words or on a form, by themselves or by the office, and over when they are back. */
export const leave = capability({
  commands: [
    { name: 'leave', isFor: () => true, where: 'personal', longestText: 100, run: typed },
    { name: 'back', isFor: () => true, isStep: true, where: 'personal', run: (ctx) => endLeave(ctx, { person: '' }) },
  ],
  // No command begins with “tôi nghỉ”: without marks that is “tôi nghĩ”, and any sentence may.
  texts: [async (ctx, text) => (saysLeave(text) ? typed(ctx, text) : undefined)],
  verbs: [
    verb('leave.show', z.strictObject(typedLeave), async (ctx, input) => {
      await onLeave(ctx, input.person);
      return show(leaveShow.ref(input));
    }),
    verb('leave.save', saveLeaveInput, saveLeave),
    verb('leave.end', endLeaveInput, endLeave),
  ],
  pages: leavePages,
});

import { z } from 'zod';
import { leaveIn, saysLeave } from '../../domain/people/typed-leave.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { endLeave } from './end-leave.ts';
import { leavePages } from './leave.page.ts';
import { leaveShow, typedLeave } from './refs.ts';
import { saveLeave, saveLeaveInput } from './save-leave.ts';

const nothing = z.strictObject({});

/** Days that were typed are shown to be confirmed; anything else opens the form. */
async function typed(ctx: Ctx, words: string): Promise<Answer> {
  const days = leaveIn(words);
  return days === undefined ? show(leaveShow.ref({})) : saveLeave(ctx, { ...days, confirm: false });
}

/** A person's own leave: said in words or on a form, and over when they are back. */
export const leave = capability({
  commands: [
    { name: 'leave', isFor: () => true, where: 'personal', longestText: 100, run: typed },
    { name: 'back', isFor: () => true, isStep: true, where: 'personal', run: endLeave },
  ],
  // No command begins with “tôi nghỉ”: without marks that is “tôi nghĩ”, and any sentence may.
  texts: [async (ctx, text) => (saysLeave(text) ? typed(ctx, text) : undefined)],
  verbs: [
    opens('leave.show', z.strictObject(typedLeave), leaveShow),
    verb('leave.save', saveLeaveInput, saveLeave),
    verb('leave.end', nothing, endLeave),
  ],
  pages: leavePages,
});

import { z } from 'zod';
import { mayAssign } from '../../domain/policy/acting.ts';
import { show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import { assign, assignInput, requireAssigner } from './assign.ts';
import { askingPages } from './confirm.page.ts';
import { endAssignment, endAssignmentInput } from './end-assignment.ts';
import { formPage } from './form.page.ts';
import { delegationForm, delegationShow, draftFields, pageParam } from './refs.ts';
import { showPage } from './show.page.ts';
import { toldPages } from './word.page.ts';

const formInput = z.strictObject({ ...draftFields, formId: z.string().max(40).default('') });

/** Who acts: posts that the director gives for a time, recorded by the office (`phân công`). */
export const delegation = capability({
  commands: [
    {
      name: 'delegate',
      isFor: mayAssign,
      where: 'personal',
      run: async (ctx) => {
        requireAssigner(ctx);
        return show(delegationShow.ref({}));
      },
    },
  ],
  verbs: [
    opens('delegate.show', z.strictObject({ page: pageParam }), delegationShow, requireAssigner),
    opens('delegate.new', formInput, delegationForm, requireAssigner),
    verb('delegate.assign', assignInput, assign),
    verb('delegate.end', endAssignmentInput, endAssignment),
  ],
  pages: [showPage, formPage, ...askingPages, ...toldPages],
});

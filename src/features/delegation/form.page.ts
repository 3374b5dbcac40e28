import { formCard } from '../../../cards/delegation/form.ts';
import { mayAssign } from '../../domain/policy/acting.ts';
import { positionOf } from '../../model/people/people.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { postWords } from './assignment-words.ts';
import { postKey, postsOf } from './posts.ts';
import { delegationForm } from './refs.ts';

/** Which post, who, from when to when, and by which paper. */
export const formPage = definePage({
  name: delegationForm,
  asksAbout: () => '',
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayAssign)) return null;
    const posts = (await postsOf(turn)).map(async (post) => ({
      value: postKey(post),
      title: texts.t('words.delegation.choice', {
        post: await postWords(turn, texts, post),
        holder:
          post.of === ''
            ? texts.t(`words.delegation.${post.post === 'office' ? 'beside' : 'vacant'}`)
            : await positionOf(turn, post.of),
      }),
    }));
    const view = {
      ...params,
      formId: params.formId || turn.newId(),
      from: params.from || dayOf(turn),
      posts: await Promise.all(posts),
    };
    return { card: formCard(texts, view, banner), summary: texts.t('summaries.delegation.form') };
  },
});

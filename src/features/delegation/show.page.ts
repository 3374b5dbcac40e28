import { showCard } from '../../../cards/delegation/show.ts';
import { isInForce, mayAssign } from '../../domain/policy/acting.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { assignmentWords } from './assignment-words.ts';
import { known } from './known.ts';
import { delegationShow } from './refs.ts';

const rowsPerCard = 6;

/** Who acts in whose post, now and to come. */
export const showPage = definePage({
  name: delegationShow,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayAssign)) return null;
    const { assignments } = await known(turn);
    const today = dayOf(turn);
    const part = slice(assignments, params.page, rowsPerCard);
    const rows = part.items.map(async (assignment) => {
      const isNow = isInForce(assignment, today);
      return {
        id: assignment.id,
        ...(await assignmentWords(turn, texts, assignment)),
        chip: texts.t(`words.delegation.${isNow ? 'now' : 'coming'}`),
        tone: isNow ? ('good' as const) : ('accent' as const),
      };
    });
    const view = {
      intro: texts.t('words.delegation.count', { n: assignments.length }),
      rows: await Promise.all(rows),
      ...pagingView(part),
    };
    return { card: showCard(texts, view, banner), summary: texts.t('summaries.delegation.show') };
  },
});

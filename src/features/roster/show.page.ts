import { showCard } from '../../../cards/roster/show.ts';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { reachFigures } from '../../model/people/audience.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Headcount, headcountOf, presences } from './headcount.ts';
import { rosterShow } from './refs.ts';

const departmentsPerCard = 8;

/** How many are of the unit and how they are there, department by department, and how many of them cannot be written to. */
export const showPage = definePage({
  name: rosterShow,
  asksAbout: () => undefined,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const today = viewer.at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
    const [{ whole, departments }, { people, reachable }] = await Promise.all([
      headcountOf(turn, today),
      reachFigures(turn),
    ]);
    const part = slice(departments, params.page, departmentsPerCard);
    const unreachable = people - reachable;
    const view = {
      whole: texts.t('words.roster.whole', { n: whole.people }),
      active: whole.active,
      onLeave: whole.onLeave,
      left: whole.left,
      reach: texts.t('words.roster.unreachable', { n: unreachable }),
      reachTone: unreachable === 0 ? ('good' as const) : ('warning' as const),
      rows: part.items.map((department) => ({
        id: department.id,
        name: department.name,
        people: texts.t('words.roster.people', { n: department.people }),
        detail: detailOf(texts, department),
      })),
      ...pagingView(part),
    };
    return { card: showCard(texts, view, banner), summary: texts.t('summaries.roster.show', { n: whole.people }) };
  },
});

/** How they are there, whatever there are none of left out. */
const detailOf = (texts: Texts, counts: Headcount): string =>
  upperFirst(
    presences
      .filter((presence) => counts[presence] > 0)
      .map((presence) => texts.t(`words.roster.part.${presence}`, { n: counts[presence] }))
      .join(' · '),
  );

import { findCard } from '../../../cards/roster/find.ts';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { hitsOf, peopleAt } from '../../model/people/find.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { personShown } from './person.page.ts';
import { peoplePerCard, personRows } from './person-rows.ts';
import { rosterFind } from './refs.ts';

/** Whose name or e-mail has in it what was typed: a list, or the person when it is one. */
export const findPage = definePage({
  name: rosterFind,
  asksAbout: () => undefined,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const today = viewer.at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
    const part = slice(await hitsOf(turn, params.query, today), params.page, peoplePerCard);
    const people = await peopleAt(turn, part.items);
    const [only] = people;
    if (only !== undefined && part.total === 1) return personShown(ask, only);
    const view = {
      query: params.query,
      line: texts.t('words.roster.found', { n: part.total, query: params.query }),
      rows: await personRows(turn, texts, { people, today, inAll: true }),
      ...pagingView(part),
    };
    return { card: findCard(texts, view, banner), summary: texts.t('summaries.roster.find', { n: part.total }) };
  },
});

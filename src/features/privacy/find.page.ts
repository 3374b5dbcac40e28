import { findCard } from '../../../cards/privacy/find.ts';
import { mayHandOut } from '../../domain/policy/privacy.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { hitsOf, peopleAt } from '../../model/people/find.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { departmentRecord } from '../../records/department.ts';
import { privacyFind } from './refs.ts';

const peoplePerCard = 12;

/** Whose data are asked for: looked for by a part of the name or of the e-mail, who has left last. */
export const findPage = definePage({
  name: privacyFind,
  asksAbout: () => undefined,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayHandOut)) return null;
    const today = viewer.at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
    const { query } = params;
    const isAsked = fold(query) !== '';
    const part = slice(isAsked ? await hitsOf(turn, query, today) : [], params.page, peoplePerCard);
    const people = await peopleAt(turn, part.items);
    const departments = await turn.getMany(
      departmentRecord,
      people.map(({ data }) => data.departmentId),
    );
    const rows = people.map(({ id, data }) => ({
      id,
      name: data.fullName,
      detail: [data.title, departments.get(data.departmentId)?.data.name].filter(Boolean).join(' · '),
    }));
    const view = {
      query,
      line: isAsked ? texts.t('words.roster.found', { n: part.total, query }) : '',
      rows: await rowsApart(turn, rows),
      ...pagingView(part),
    };
    return { card: findCard(texts, view, banner), summary: texts.t('summaries.privacy.find') };
  },
});

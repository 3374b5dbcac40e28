import { confirmCard } from '../../../cards/delegation/confirm.ts';
import { endCard } from '../../../cards/delegation/end.ts';
import { pickCard } from '../../../cards/delegation/pick.ts';
import { mayAssign } from '../../domain/policy/acting.ts';
import { knownDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { namesApart } from '../../model/people/names-apart.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { departmentRecord } from '../../records/department.ts';
import { assignmentWords } from './assignment-words.ts';
import { known } from './known.ts';
import { meant } from './meant.ts';
import { postNamed } from './posts.ts';
import { delegationConfirm, delegationEnd, delegationPick } from './refs.ts';

/** Several are called so: which of them. */
const pickPage = definePage({
  name: delegationPick,
  compose: async ({ turn, viewer, texts, params: draft, banner }) => {
    if (!viewingAs(viewer, mayAssign)) return null;
    const people = await meant(turn, draft);
    const departments = await turn.getMany(
      departmentRecord,
      people.map(({ data }) => data.departmentId),
    );
    const names = await namesApart(
      turn,
      people.map(({ id, data }) => ({ id, name: data.fullName })),
    );
    const rows = people.map(({ id, data }, i) => ({
      id,
      name: names[i] ?? '',
      detail: [data.title, departments.get(data.departmentId)?.data.name ?? ''].filter(Boolean).join(' · '),
    }));
    const view = { draft, rows, intro: texts.t('words.delegation.several', { name: draft.name, n: rows.length }) };
    return { card: pickCard(texts, view, banner), summary: texts.t('summaries.delegation.pick') };
  },
});

/** What will be recorded; for a double click the card stays what it is. */
const confirmPage = definePage({
  name: delegationConfirm,
  compose: async ({ turn, viewer, texts, params: draft, banner }) => {
    const post = await postNamed(turn, draft.post);
    if (!viewingAs(viewer, mayAssign) || post === undefined) return null;
    const words = await assignmentWords(turn, texts, {
      ...post,
      to: draft.person,
      from: knownDate(draft.from) ?? dayOf(turn),
      until: knownDate(draft.until) ?? null,
      number: tidy(draft.number),
      issuedOn: knownDate(draft.issuedOn) ?? null,
    });
    return { card: confirmCard(texts, { draft, ...words }, banner), summary: texts.t('summaries.delegation.form') };
  },
});

/** What ends, and who has the post then. */
const endPage = definePage({
  name: delegationEnd,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const found = (await known(turn)).assignments.find(({ id }) => id === params.assignment);
    if (!viewingAs(viewer, mayAssign) || found === undefined) return null;
    const view = { assignment: found.id, ...(await assignmentWords(turn, texts, found)) };
    return { card: endCard(texts, view, banner), summary: texts.t('summaries.delegation.end') };
  },
});

export const askingPages: readonly PageDef[] = [pickPage, confirmPage, endPage];

import { z } from 'zod';
import { figuresIn, type OutcomeFigures, owedTo } from '../../delivery/spread/figures.ts';
import { mayReconcile } from '../../domain/policy/policy.ts';
import { departments } from '../../model/people/people.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import type { Deps } from '../../pipeline/context.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { receiptRecord } from '../../records/campaign.ts';
import { departmentsScreen } from '../../screens/sendings/sendings-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import { type Listed, type Sending, sendingOf, titleOf } from './listed.ts';
import { reachedOf } from './reached.ts';
import { byConcern, noDepartment } from './recipients.ts';

const departmentsPerCard = 10;

/** One sending department by department, each with its bar; the names behind it are one click away. */
export const departmentsPage = (listed: Listed): PageDef =>
  definePage({
    page: 'sending.departments',
    params: z.strictObject({ spread: z.string(), page: z.string() }),
    subject: ({ spread }) => spread,
    compose: async ({ deps, viewer, texts, params, banner }) => {
      const actor = actorOf(viewer);
      if (actor === undefined || !mayReconcile(actor)) return null;
      const sending = await sendingOf(deps, listed, params.spread);
      const rows = slice(await concerned(deps, texts, sending), params.page, departmentsPerCard);
      const { from, to, total, ...paging } = pagingView(rows);
      const name = await titleOf(deps, texts, sending);
      const view = {
        spread: sending.spread.id,
        name,
        departments: await Promise.all(rows.items.map((row) => rowOf(deps, texts, sending, row))),
        isEmpty: total === 0,
        isPaged: paging.hasPrevious || paging.hasNext,
        range: texts.t('words.sendings.range', { from, to, total }),
        ...paging,
      };
      return { card: departmentsScreen(texts, view, banner), summary: texts.t('summaries.sendings.show', { name }) };
    },
  });

interface Concerned {
  /** As a card names it. */
  readonly id: string;
  /** As its messages do. */
  readonly key: string;
  readonly name: string;
  readonly figures: OutcomeFigures;
}

/** Departments of which anybody was to be told, in protocol order; last those who belong to none. */
async function concerned(deps: Deps, texts: Texts, sending: Sending): Promise<Concerned[]> {
  const named = (await departments(deps)).map(({ id, data }) => ({ id, key: id, name: data.name }));
  const all = [...named, { id: noDepartment, key: '', name: texts.t('words.sendings.noDepartment') }];
  const found: Concerned[] = [];
  for (const department of all) {
    const figures = await figuresIn(deps.store, sending.spread, department.key);
    if (owedTo(figures) > 0) found.push({ ...department, figures });
  }
  return found;
}

async function rowOf(deps: Deps, texts: Texts, { spread, def }: Sending, { id, key, name, figures }: Concerned) {
  const people = owedTo(figures);
  const reached = reachedOf(figures);
  const aside = byConcern
    .filter((outcome) => figures[outcome] > 0 && outcome !== 'delivered' && outcome !== 'answered')
    .map((outcome) => texts.t(`words.sendings.aside.${outcome}`, { n: figures[outcome] }));
  if (def.sending.receipts !== undefined) {
    const where = { field: 'launchIn', equals: `${spread.id}:${key}` };
    const n = await deps.store.count({ unit: deps.scope.unit, type: receiptRecord.type, where });
    aside.unshift(texts.t('words.sendings.aside.acknowledged', { n }));
  }
  return {
    department: id,
    name,
    figures: texts.t('words.sendings.reached', { reached, people }),
    aside: aside.join(' · '),
    hasAside: aside.length > 0,
    done: reached,
    rest: people - reached,
    hasDone: reached > 0,
    hasRest: people > reached,
  };
}

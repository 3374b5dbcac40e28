import { shareOf } from '../../../cards/kit/kit.ts';
import { departmentsCard } from '../../../cards/sendings/departments.ts';
import { figuresIn, type OutcomeFigures, owedTo } from '../../delivery/spread/figures.ts';
import { mayReconcile } from '../../domain/policy/sending.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { departments } from '../../model/people/people.ts';
import { sendingBanner } from '../../model/sending/banner.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { receiptBy, receiptRecord } from '../../records/campaign.ts';
import { type Listed, type Sending, sendingOf, titleOf } from './listed.ts';
import { reachedOf } from './reached.ts';
import { byConcern } from './recipients.ts';
import { noDepartment, sendingDepartments } from './refs.ts';

const departmentsPerCard = 9;

/** One sending department by department, each with its bar; the names behind it are one click away. */
export const departmentsPage = (listed: Listed): PageDef =>
  definePage({
    name: sendingDepartments,
    subject: ({ spread }) => spread,
    compose: async ({ turn, viewer, texts, params, banner }) => {
      const actor = actorOf(viewer);
      if (actor === undefined || !mayReconcile(actor)) return null;
      const sending = await sendingOf(turn, listed, params.spread);
      const rows = slice(await concerned(turn, texts, sending), params.page, departmentsPerCard);
      const { from, to, total, ...paging } = pagingView(rows);
      const name = await titleOf(turn, texts, sending);
      const view = {
        spread: sending.spread.id,
        name,
        departments: await Promise.all(rows.items.map((row) => rowOf(turn, texts, sending, row))),
        isEmpty: total === 0,
        range: texts.t('words.sendings.range', { from, to, total }),
        ...paging,
      };
      return {
        card: departmentsCard(texts, view, banner ?? (await sendingBanner(turn, texts))),
        summary: texts.t('summaries.sendings.show', { name }),
      };
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
async function concerned(turn: Turn, texts: Texts, sending: Sending): Promise<Concerned[]> {
  const named = (await departments(turn)).map(({ id, data }) => ({ id, key: id, name: data.name }));
  const all = [...named, { id: noDepartment, key: '', name: texts.t('words.sendings.noDepartment') }];
  const found: Concerned[] = [];
  for (const department of all) {
    const figures = await figuresIn(turn.store, sending.spread, department.key);
    if (owedTo(figures) > 0) found.push({ ...department, figures });
  }
  return found;
}

async function rowOf(turn: Turn, texts: Texts, { spread, def }: Sending, { id, key, name, figures }: Concerned) {
  const people = owedTo(figures);
  const reached = reachedOf(figures);
  const aside = byConcern
    .filter((outcome) => figures[outcome] > 0 && outcome !== 'delivered' && outcome !== 'answered')
    .map((outcome) => texts.t(`words.sendings.aside.${outcome}`, { n: figures[outcome] }));
  if (def.sending.receipts !== undefined) {
    const where = receiptBy.launchIn(spread.id, key);
    const n = await turn.count(receiptRecord, where);
    aside.unshift(texts.t('words.sendings.aside.acknowledged', { n }));
  }
  return {
    department: id,
    name,
    figures: texts.t('words.sendings.reached', { reached, people }),
    aside: upperFirst(aside.join(' · ')),
    hasAside: aside.length > 0,
    ...shareOf(reached, people),
  };
}

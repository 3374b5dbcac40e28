import { changesCard } from '../../../../cards/roster/changes.ts';
import { importCard } from '../../../../cards/roster/import.ts';
import { renamesCard } from '../../../../cards/roster/renames.ts';
import { sureCard } from '../../../../cards/roster/sure.ts';
import { maySeeRoster } from '../../../domain/policy/roster.ts';
import { upperFirst } from '../../../domain/text/sentence.ts';
import { rowsApart } from '../../../model/people/names-apart.ts';
import { definePage } from '../../../pipeline/page.ts';
import { pagingView, slice } from '../../../pipeline/paging.ts';
import { viewingAs } from '../../../pipeline/viewing-as.ts';
import type { Texts } from '../../../ports/texts.ts';
import { rosterChanges, rosterImport, rosterRenames, rosterSure } from '../refs.ts';
import { outlineAt } from './kept.ts';
import { importOf } from './load.ts';
import { asConfirmed, type OutlineChange, peopleOf } from './outline.ts';
import { valueInWords } from './value-in-words.ts';
import { warningsFor } from './warnings-for.ts';

const perCard = 10;
/** A name that is asked about; more new departments at once are new. */
const mostAsked = 8;

/** How a roster is sent. */
export const importPage = definePage({
  name: rosterImport,
  compose: async ({ viewer, texts, banner }) => {
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const columns = ['needed', 'usual', 'more'].map((line) => texts.t(`words.roster.update.columns.${line}`));
    return { card: importCard(texts, { columns }, banner), summary: texts.t('summaries.roster.import') };
  },
});

/** Whom a file that was sent concerns in one way. */
export const changesPage = definePage({
  name: rosterChanges,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const sent = await importOf(turn, params.id);
    const outline = await outlineAt(turn, sent.data.outline);
    const { choice } = sent.data;
    const people = outline && (choice === null ? outline.people : asConfirmed(outline, choice).people);
    const all = (people ?? []).filter(({ kind }) => kind === params.kind);
    if (all.length === 0) return null;
    const title = texts.t(`words.roster.update.titles.${params.kind}`, { n: all.length });
    const { items, ...paging } = slice(all, params.page, perCard);
    const view = {
      ...{ id: params.id, kind: params.kind, title },
      rows: await rowsApart(
        turn,
        items.map((each) => rowOf(texts, each)),
      ),
      ...pagingView(paging),
    };
    return { card: changesCard(texts, view, banner), summary: title };
  },
});

function rowOf(texts: Texts, { id, name, department, line, what }: OutlineChange) {
  const at = line === null ? '' : texts.t('words.roster.update.line', { line });
  return {
    // Whoever is new has no id yet, and is one for themselves.
    id: id === '' ? `line:${line}` : id,
    name,
    detail: [department, at].filter(Boolean).join(' · '),
    what: what.map(({ column, from, to }) =>
      upperFirst(
        texts.t('words.roster.update.what', {
          column: texts.t(`words.roster.sheet.column.${column}`),
          from: valueInWords(texts, column, from),
          to: valueInWords(texts, column, to),
        }),
      ),
    ),
  };
}

/** Which of the new names are those of departments that would be empty. */
export const renamesPage = definePage({
  name: rosterRenames,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const sent = await importOf(turn, params.id);
    const outline = await outlineAt(turn, sent.data.outline);
    if (outline === undefined) return null;
    const choices = [
      { title: texts.t('words.roster.update.isNew'), value: 'new' },
      ...outline.closing.map(({ id, name }) => ({
        title: texts.t('words.roster.update.isRenamed', { name }),
        value: id,
      })),
    ];
    const asks = outline.added.slice(0, mostAsked).map(({ name, from }, n) => ({
      input: `to-${n}` as const,
      question: texts.t('words.roster.update.whatIs', { name }),
      choices,
      value: typed?.[`to-${n}`] ?? (from || 'new'),
    }));
    const view = { id: sent.id, rev: Number(params.rev), absent: params.absent, asks };
    return { card: renamesCard(texts, view, banner), summary: texts.t('summaries.roster.renames') };
  },
});

/** What would be taken away, before it is. */
export const surePage = definePage({
  name: rosterSure,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const sent = await importOf(turn, params.id);
    const outline = await outlineAt(turn, sent.data.outline);
    if (outline === undefined) return null;
    const data = JSON.parse(params.data) as Record<string, string>;
    const absent = data.absent === 'kept' ? 'kept' : 'left';
    const gone = peopleOf(outline, absent).filter(({ kind }) => kind === 'left').length;
    const lines = warningsFor(outline, absent, viewer.owner).map((warning) =>
      texts.t(`words.roster.update.warnings.${warning}`, { n: gone }),
    );
    return {
      card: sureCard(texts, { id: sent.id, warnings: lines, data }, banner),
      summary: texts.t('summaries.roster.sure'),
    };
  },
});

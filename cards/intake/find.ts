import {
  accent,
  act,
  apart,
  asked,
  bare,
  close,
  defineCard,
  header,
  isPaged,
  note,
  opens,
  type Paging,
  primary,
  row,
  ruled,
  stack,
  stateColumn,
  text,
  textInput,
  tight,
  titled,
  turnPages,
  wide,
} from '../kit/kit.ts';
import type { DossierView, ListView } from './dossier-view.ts';

export interface FindView extends ListView, Paging {
  /** What was looked for. */
  readonly name: string;
  readonly rows: readonly (DossierView & {
    readonly state: string;
    readonly verb: 'intake.open' | 'intake.late' | 'intake.extend';
  })[];
}

export const findCard = defineCard('intake.find', (t, view: FindView) => {
  const { round, name } = view;
  const leaf = { view, verb: 'intake.find', data: { round, name } };
  return {
    body: [
      header(t),
      text(view.roundName, note, tight),
      text(t.text),
      textInput('name', asked(t, 'name'), { value: name, maxLength: 100 }),
      view.isEmpty && text(view.empty),
      view.rows.map((dossier) =>
        stack(
          [row([wide([titled(dossier.name, dossier.departmentName, accent)]), stateColumn(dossier.state, 'emphasis')])],
          ruled,
          close,
          opens(act(dossier.name, dossier.verb, idsOf(dossier), bare)),
        ),
      ),
      isPaged(view) && text(t.range, note, apart, ruled),
    ],
    actions: [
      act(t.find, 'intake.find', { round }, primary),
      turnPages(t, leaf, bare),
      act(t.back, 'intake.queue', { round }, bare),
    ],
  };
});

/** What is sent opens by its id; a form carries the revision that the list showed. */
const idsOf = ({ verb, nomination, rev }: FindView['rows'][number]) =>
  verb === 'intake.late' ? { nomination, rev } : { nomination };

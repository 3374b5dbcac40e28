import {
  act,
  apart,
  asked,
  bare,
  close,
  defineCard,
  header,
  isPaged,
  label,
  note,
  type Paging,
  primary,
  ruled,
  text,
  textInput,
  turnPages,
} from '../kit/kit.ts';
import { type PersonRow, personRow } from './person-row.ts';

export interface FindView extends Paging {
  readonly query: string;
  readonly line: string;
  readonly rows: readonly PersonRow[];
}

export const findCard = defineCard('roster.find', (t, view: FindView) => {
  const leaf = { view, verb: 'roster.find', data: { query: view.query } };
  return {
    body: [
      header(t),
      textInput('query', asked(t, 'query'), { value: view.query, maxLength: 100 }),
      text(view.line, note, close),
      view.rows.map((person) => personRow(person, t.open)),
      isPaged(view) && label(t.range, note, apart, ruled),
    ],
    actions: [act(t.find, 'roster.find', {}, primary), turnPages(t, leaf, bare), act(t.back, 'roster.show', {}, bare)],
  };
});

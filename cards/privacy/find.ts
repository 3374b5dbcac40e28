import {
  about,
  accent,
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
  opens,
  type Paging,
  primary,
  ruled,
  stack,
  text,
  textInput,
  titled,
  turnPages,
} from '../kit/kit.ts';

export interface FindView extends Paging {
  readonly query: string;
  readonly line: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
}

export const findCard = defineCard('privacy.find', (t, view: FindView) => ({
  body: [
    header(t),
    label(t.about, note),
    textInput('query', asked(t, 'query'), { value: view.query, maxLength: 100 }),
    view.line !== '' && text(view.line, note, close),
    view.rows.map(({ id, name, detail }) =>
      stack(
        titled(name, detail, accent),
        close,
        ruled,
        opens(about(act(t.open, 'privacy.show', { person: id }), name)),
      ),
    ),
    isPaged(view) && label(t.range, note, apart, ruled),
  ],
  actions: [
    act(t.find, 'privacy.find', {}, primary),
    turnPages(t, { view, verb: 'privacy.find', data: { query: view.query } }, bare),
    act(t.todo, 'todo.show', {}, bare),
  ],
}));

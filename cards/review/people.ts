import {
  about,
  accent,
  act,
  actions,
  asked,
  bare,
  close,
  defineCard,
  header,
  isPaged,
  note,
  opens,
  type Paging,
  ruled,
  stack,
  text,
  textInput,
  titled,
  turnPages,
} from '../kit/kit.ts';

export interface PeopleView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly query: string;
  readonly isEmpty: boolean;
  readonly rows: readonly Row[];
}
interface Row {
  readonly person: string;
  readonly name: string;
  readonly title: string;
}

export const peopleCard = defineCard('review.people', (t, view: PeopleView) => {
  const { round } = view;
  const leaf = { view, verb: 'review.people', data: { round, query: view.query } };
  return {
    body: [
      header(t),
      text(t.how, close),
      textInput('query', asked(t, 'query'), { value: view.query, maxLength: 100 }),
      actions([act(t.search, 'review.people', { round })]),
      isPaged(view) && text(t.range, note, close),
      view.isEmpty && text(t.nobody, close),
      view.rows.map((item) =>
        stack(
          [titled(item.name, item.title, accent)],
          close,
          ruled,
          opens(about(act(t.choose, 'nomination.propose', { round, person: item.person }, bare), item.name)),
        ),
      ),
    ],
    actions: [turnPages(t, leaf, bare), act(t.back, 'review.queue', { round }, bare)],
  };
});

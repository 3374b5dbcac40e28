import {
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  label,
  note,
  opens,
  ruled,
  stack,
  text,
  tinted,
  titled,
  turnPages,
} from '../kit/kit.ts';

export interface PeopleView {
  readonly call: string;
  readonly title: string;
  readonly answer: string;
  readonly range: string;
  readonly tabs: readonly Tab[];
  readonly people: readonly PeopleItem[];
  readonly hasPrevious: boolean;
  readonly previous: string;
  readonly hasNext: boolean;
  readonly next: string;
}
interface PeopleItem {
  readonly name: string;
  readonly detail: string;
}
interface Tab {
  readonly call: string;
  readonly answer: string;
  readonly label: string;
  readonly isChosen: boolean;
}

export const peopleCard = defineCard('calls.people', (t, view: PeopleView) => {
  const { call } = view;
  const leaf = { view, verb: 'call.people', data: { call, answer: view.answer } };
  return {
    body: [
      header(t),
      text(view.title, bold),
      view.tabs.map((item) =>
        stack(
          [label(item.label, item.isChosen && bold, accent)],
          item.isChosen && tinted('accent'),
          close,
          ruled,
          opens(act(item.label, 'call.people', { call: item.call, answer: item.answer, page: '1' })),
        ),
      ),
      isPaged(view) && text(view.range, note),
      view.people.map((item) => stack([titled(item.name, item.detail)], close, ruled)),
    ],
    actions: [turnPages(t, leaf), act(t.back, 'call.show', { call })],
  };
});

import { accent, act, close, defineCard, header, opens, primary, ruled, stack, text, titled } from '../kit/kit.ts';

export interface CurrentView {
  readonly calls: readonly Call[];
}
interface Call {
  readonly call: string;
  readonly title: string;
  readonly detail: string;
}

export const currentCard = defineCard('calls.current', (t, view: CurrentView) => ({
  body: [
    header(t),
    text(view.calls.length === 0 ? t.empty : t.how),
    view.calls.map((item) =>
      stack(
        [titled(item.title, item.detail, accent)],
        close,
        ruled,
        opens(act(item.title, 'todo.open', { what: 'call', id: item.call })),
      ),
    ),
  ],
  actions: [act(t.todo, 'todo.show', {}, primary)],
}));

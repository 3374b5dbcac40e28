import { accent, act, close, defineCard, header, opens, primary, ruled, stack, text, titled } from '../kit/kit.ts';

export interface MineView {
  readonly calls: readonly Call[];
}
interface Call {
  readonly call: string;
  readonly title: string;
  readonly detail: string;
}

export const mineCard = defineCard('calls.mine', (t, view: MineView) => ({
  body: [
    header(t),
    view.calls.length === 0 && text(t.empty),
    view.calls.map((item) =>
      stack(
        [titled(item.title, item.detail, accent)],
        close,
        ruled,
        opens(act(item.title, 'call.show', { call: item.call })),
      ),
    ),
  ],
  actions: [act(t.compose, 'call.compose', {}, primary)],
}));

import { about, accent, act, bare, close, defineCard, header, opens, ruled, stack, text, titled } from '../kit/kit.ts';
import type { DraftView } from './confirm.ts';

export interface PickView {
  readonly draft: DraftView;
  readonly intro: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
}

export const pickCard = defineCard('delegation.pick', (t, view: PickView) => ({
  body: [
    header(t),
    text(view.intro),
    view.rows.map((person) =>
      stack(
        [titled(person.name, person.detail, accent)],
        ruled,
        close,
        opens(about(act(t.pick, 'delegate.assign', { ...view.draft, person: person.id }), person.name)),
      ),
    ),
  ],
  actions: [act(t.back, 'delegate.new', { ...view.draft, person: '' }, bare)],
}));

import { act, bold, close, defineCard, header, primary, text } from '../kit/kit.ts';
import type { AssignmentView } from './show.ts';

/** As it was typed, for the buttons. */
export type DraftView = Readonly<
  Record<'formId' | 'post' | 'name' | 'person' | 'from' | 'until' | 'number' | 'issuedOn', string>
>;
export interface ConfirmView extends AssignmentView {
  readonly draft: DraftView;
}

export const confirmCard = defineCard('delegation.confirm', (t, view: ConfirmView) => ({
  body: [
    header(t),
    text(view.post, bold),
    text(view.who, close),
    text(view.period, close),
    view.paper !== '' && text(view.paper, close),
    text(t.effect),
  ],
  actions: [
    act(t.record, 'delegate.assign', { ...view.draft, confirm: 'yes' }, primary),
    act(t.edit, 'delegate.new', { ...view.draft, person: '' }),
  ],
}));

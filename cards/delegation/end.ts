import { act, bold, close, defineCard, destructive, header, text } from '../kit/kit.ts';
import type { AssignmentView } from './show.ts';

export interface EndView extends AssignmentView {
  readonly assignment: string;
}

export const endCard = defineCard('delegation.end', (t, view: EndView) => ({
  body: [
    header(t),
    text(view.post, bold),
    text(view.who, close),
    text(view.period, close),
    view.paper !== '' && text(view.paper, close),
    text(t.effect),
  ],
  actions: [
    act(t.end, 'delegate.end', { assignment: view.assignment, confirm: 'yes' }, destructive),
    act(t.back, 'delegate.show'),
  ],
}));

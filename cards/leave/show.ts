import { act, asked, bare, bold, dateInput, defineCard, header, primary, text } from '../kit/kit.ts';

export interface ShowView {
  readonly state: string;
  /** Empty without a leave. */
  readonly standIn: string;
  readonly hasLeave: boolean;
  readonly from: string;
  readonly to: string;
}

export const showCard = defineCard('leave.show', (t, view: ShowView) => ({
  body: [
    header(t),
    text(view.state, bold),
    view.standIn !== '' && text(view.standIn),
    text(t.how),
    dateInput('from', asked(t, 'from'), { value: view.from }),
    dateInput('to', asked(t, 'to'), { value: view.to }),
  ],
  actions: [
    act(t.check, 'leave.save', {}, primary),
    view.hasLeave && act(t.end, 'leave.end', {}, bare),
    act(t.todo, 'todo.show', {}, bare),
  ],
}));

import { act, asked, bare, bold, dateInput, defineCard, header, large, primary, text, tight } from '../kit/kit.ts';

export interface ShowView {
  readonly state: string;
  /** Empty without a leave. */
  readonly standIn: string;
  readonly hasLeave: boolean;
  readonly from: string;
  readonly to: string;
  /** Whose it is where the office records another's, and the name; empty for one's own. */
  readonly person: string;
  readonly who: string;
}

export const showCard = defineCard('leave.show', (t, view: ShowView) => ({
  body: [
    view.who === '' ? header(t) : header({ eyebrow: t.eyebrow, heading: t.headingOf }),
    view.who !== '' && text(view.who, large, tight),
    text(view.state, bold),
    view.standIn !== '' && text(view.standIn),
    text(t.how),
    dateInput('from', asked(t, 'from'), { value: view.from }),
    dateInput('to', asked(t, 'to'), { value: view.to }),
  ],
  actions: [
    act(t.check, 'leave.save', { person: view.person }, primary),
    view.hasLeave && act(t.end, 'leave.end', { person: view.person }, bare),
    view.who === '' ? act(t.todo, 'todo.show', {}, bare) : act(t.back, 'roster.person', { person: view.person }, bare),
  ],
}));

import {
  act,
  actions,
  bold,
  defineCard,
  fact,
  header,
  label,
  medium,
  notice,
  primary,
  subtle,
  text,
} from '../kit/kit.ts';

export interface InviteView {
  readonly call: string;
  readonly title: string;
  readonly text: string;
  readonly lead: string;
  readonly organisation: string;
  readonly when: string;
  readonly place: string;
  readonly answerBy: string;
  readonly closed: boolean;
  readonly answered: boolean;
  readonly answerText: string;
}

export const inviteCard = defineCard('calls.invite', (t, view: InviteView) => {
  const { call } = view;
  return {
    body: [
      header(t),
      view.closed && notice('warning', [text(t.closed)]),
      view.answered && notice('good', [text(view.answerText, bold)]),
      text(t.lead),
      notice('emphasis', [text(view.title, medium, bold), text(view.text)]),
      fact(label(t.when, subtle), view.when),
      fact(label(t.where, subtle), view.place),
      fact(label(t.until, subtle), view.answerBy),
      !view.closed &&
        actions([
          act(t.yes, 'call.answer', { call, answer: 'yes' }, primary),
          act(t.maybe, 'call.answer', { call, answer: 'maybe' }),
          act(t.no, 'call.answer', { call, answer: 'no' }),
        ]),
    ],
  };
});

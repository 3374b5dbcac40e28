import { act, bare, bold, defineCard, header, note, primary, text } from '../kit/kit.ts';
import { type MinutesForm, minutesInputs } from './minutes-form.ts';

export interface MinutesView extends MinutesForm {
  readonly session: string;
  readonly rev: number;
  readonly roundName: string;
  readonly meeting: string;
}

export const minutesCard = defineCard('council.minutes', (t, view: MinutesView) => {
  const { session, rev } = view;
  return {
    body: [header(t), text(view.roundName, bold), text(view.meeting), text(t.explain, note), minutesInputs(t, view)],
    actions: [
      act(t.save, 'council.recordMinutes', { session, rev }, primary),
      act(t.back, 'council.session', { session }, bare),
    ],
  };
});

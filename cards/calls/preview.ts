import { act, defineCard, header, note, primary, ruled, stack, text } from '../kit/kit.ts';
import { callBody } from './call.ts';

export interface PreviewView {
  readonly formId: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly date: string;
  readonly time: string;
  readonly organisation: string;
  readonly lead: string;
  readonly when: string;
  readonly answerBy: string;
  readonly answerByIso: string;
  /** To whom it goes. */
  readonly how: string;
}

export const previewCard = defineCard('calls.preview', (t, view: PreviewView) => {
  const { formId, title, text: about, place, date, time, answerByIso: answerBy, organisation } = view;
  const draft = { formId, title, text: about, place, date, time, answerBy, organisation };
  return {
    body: [header(t), text(view.how), text(t.after, note), stack(callBody(t, view), ruled)],
    actions: [act(t.post, 'call.post', { confirm: 'yes', ...draft }, primary), act(t.edit, 'call.edit', draft)],
  };
});

import {
  act,
  bold,
  defineCard,
  fact,
  header,
  label,
  medium,
  notice,
  primary,
  ruled,
  stack,
  subtle,
  text,
} from '../kit/kit.ts';

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
  readonly members: number;
}

export const previewCard = defineCard('calls.preview', (t, view: PreviewView) => {
  const { formId, place, date, time, organisation } = view;
  return {
    body: [
      header(t),
      text(t.how),
      stack(
        [
          text(t.lead),
          notice('emphasis', [text(view.title, medium, bold), text(view.text)]),
          fact(label(t.when, subtle), view.when),
          fact(label(t.where, subtle), place),
          fact(label(t.until, subtle), view.answerBy),
        ],
        ruled,
      ),
    ],
    actions: [
      act(
        t.post,
        'call.post',
        {
          confirm: 'yes',
          formId,
          title: view.title,
          text: view.text,
          place,
          date,
          time,
          answerBy: view.answerByIso,
          organisation,
        },
        primary,
      ),
      act(t.edit, 'call.edit', {
        formId,
        title: view.title,
        text: view.text,
        place,
        date,
        time,
        answerBy: view.answerByIso,
        organisation,
      }),
    ],
  };
});

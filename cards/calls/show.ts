import {
  act,
  bold,
  centred,
  defineCard,
  fact,
  header,
  huge,
  label,
  medium,
  note,
  notice,
  row,
  ruled,
  subtle,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface ShowView {
  readonly call: string;
  readonly title: string;
  readonly text: string;
  readonly lead: string;
  readonly organisation: string;
  readonly when: string;
  readonly place: string;
  readonly answerBy: string;
  readonly closed: boolean;
  readonly counts: readonly Count[];
  readonly sentText: string;
}
interface Count {
  readonly label: string;
  readonly count: string;
}

export const showCard = defineCard('calls.show', (t, view: ShowView) => {
  const { call } = view;
  return {
    body: [
      header(t),
      view.closed && notice('warning', [text(t.closed)]),
      text(t.lead),
      notice('emphasis', [text(view.title, medium, bold), text(view.text)]),
      fact(label(t.when, subtle), view.when),
      fact(label(t.where, subtle), view.place),
      fact(label(t.until, subtle), view.answerBy),
      row(
        [
          view.counts.map((item) =>
            wide([label(item.count, huge, bold, centred), label(item.label, note, tight, centred)]),
          ),
        ],
        ruled,
      ),
      text(view.sentText, note),
    ],
    actions: [
      act(t.people, 'call.people', { call, answer: 'yes', page: '1' }),
      !view.closed && act(t.close, 'call.close', { call }),
      act(t.mine, 'call.mine'),
    ],
  };
});

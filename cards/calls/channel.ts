import {
  act,
  actions,
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
  primary,
  row,
  ruled,
  subtle,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface ChannelView {
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
}
interface Count {
  readonly label: string;
  readonly count: string;
}

export const channelCard = defineCard('calls.channel', (t, view: ChannelView) => {
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
      !view.closed &&
        actions([
          act(t.yes, 'call.answer', { call, answer: 'yes' }, primary),
          act(t.maybe, 'call.answer', { call, answer: 'maybe' }),
          act(t.no, 'call.answer', { call, answer: 'no' }),
        ]),
    ],
  };
});

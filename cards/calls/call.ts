import {
  act,
  actions,
  bold,
  centred,
  fact,
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

/** A call as everyone reads it. */
export interface CallView {
  readonly call: string;
  readonly title: string;
  readonly text: string;
  readonly lead: string;
  readonly organisation: string;
  readonly when: string;
  readonly place: string;
  readonly answerBy: string;
  /** Why no answers are taken; empty while they are. */
  readonly closed: string;
}
/** How many have given an answer. */
export interface Count {
  readonly label: string;
  readonly count: string;
}

export const callBody = (
  t: Readonly<Record<'when' | 'where' | 'until', string>>,
  view: Omit<CallView, 'call' | 'organisation' | 'closed'>,
) => [
  text(view.lead),
  notice('emphasis', [text(view.title, medium, bold), text(view.text)]),
  fact(label(t.when, subtle), view.when),
  fact(label(t.where, subtle), view.place),
  fact(label(t.until, subtle), view.answerBy),
];

export const countsRow = (counts: readonly Count[]) =>
  row(
    counts.map((item) => wide([label(item.count, huge, bold, centred), label(item.label, note, tight, centred)])),
    ruled,
  );

export const answers = (t: Readonly<Record<'yes' | 'maybe' | 'no', string>>, call: string) =>
  actions([
    act(t.yes, 'call.answer', { call, answer: 'yes' }, primary),
    act(t.maybe, 'call.answer', { call, answer: 'maybe' }),
    act(t.no, 'call.answer', { call, answer: 'no' }),
  ]);

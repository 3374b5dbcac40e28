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

const kinds = ['yes', 'maybe', 'no'] as const;

/** @param given what the reader has answered already, which is not offered again; empty where all may answer */
export const answers = (t: Readonly<Record<(typeof kinds)[number], string>>, call: string, given = '') =>
  actions(
    kinds
      .filter((kind) => kind !== given)
      .map((kind) =>
        act(t[kind], 'call.answer', { call, answer: kind }, ...(kind === 'yes' && given === '' ? [primary] : [])),
      ),
  );

import {
  act,
  apart,
  bold,
  close,
  defineCard,
  destructive,
  header,
  label,
  narrow,
  note,
  notice,
  pair,
  primary,
  readFirst,
  right,
  row,
  ruled,
  stack,
  type Tone,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface RestorationView {
  readonly restoration: string;
  readonly state: string;
  readonly tone: Tone;
  readonly facts: readonly Line[];
  readonly rows: readonly Line[];
  readonly total: number;
  readonly hasHeld: boolean;
  readonly mayChoose: boolean;
  readonly isToBeSeen: boolean;
  readonly isGoing: boolean;
  readonly isDropped: boolean;
  readonly hasOtherwise: boolean;
  readonly otherwise: string;
}
interface Line {
  readonly label: string;
  readonly value: string;
}

const line = (item: Line) => row([wide([text(item.label)]), narrow([text(item.value, bold, right)])], close);

export const restorationCard = defineCard('restoration.show', (t, view: RestorationView) => {
  const { restoration } = view;
  return {
    body: [
      header(t),
      notice(view.tone, [text(view.state, bold)]),
      view.facts.map((item) => pair(text(item.label, note), item.value)),
      text(t.lost, note),
      view.hasHeld &&
        stack(
          [label(t.held, bold), view.rows.map(line), line({ label: t.total, value: String(view.total) })],
          apart,
          ruled,
        ),
      view.hasOtherwise && text(view.otherwise, note, close),
      view.isDropped && text(t.again, apart),
      view.mayChoose &&
        stack(
          [
            label(t.why, bold),
            text(t.maybe, tight),
            text(t.ifSent, close),
            text(t.ifDropped, close),
            text(t.unchanged, close),
          ],
          apart,
          ruled,
        ),
    ],
    actions: [
      view.mayChoose && act(t.send, 'restoration.choose', { restoration, choice: 'send' }, primary),
      view.mayChoose && act(t.drop, 'restoration.choose', { restoration, choice: 'drop' }, destructive),
      view.isToBeSeen && act(t.seen, 'restoration.choose', { restoration, choice: 'send', ...readFirst }, primary),
      view.isDropped && act(t.sendings, 'sending.list', { page: '0' }),
      view.isGoing && act(t.refresh, 'restoration.show', { restoration }),
      act(t.todo, 'todo.show'),
    ],
  };
});

import { upperFirst } from '../../src/domain/text/sentence.ts';
import {
  act,
  asked,
  bare,
  bold,
  close,
  dateInput,
  defineCard,
  header,
  narrow,
  note,
  notice,
  primary,
  right,
  row,
  stack,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface SheetView {
  readonly round: string;
  readonly roundName: string;
  readonly deadline: string;
  /** The round is still to be opened. */
  readonly isWaiting: boolean;
  readonly isLaunched: boolean;
  readonly rows: readonly SheetRow[];
  /** Other rounds that are still to be opened. */
  readonly others: readonly { readonly round: string; readonly title: string }[];
}
export interface SheetRow {
  readonly milestone: string;
  /** With whose it is. */
  readonly name: string;
  readonly isAsked: boolean;
  /** What the field holds. */
  readonly on: string;
  /** What is stored, as the card showed it. */
  readonly was: string;
  /** The same as people read it. */
  readonly stored: string;
  /** Who has set another date since the form was opened; empty when nobody has. */
  readonly elsewhere: string;
}

export const sheetCard = defineCard('milestones.sheet', (t, view: SheetView) => {
  const { round } = view;
  const fields = view.rows.filter(({ isAsked }) => isAsked);
  const was = Object.fromEntries(fields.map((item) => [`was-${item.milestone}`, item.was]));
  return {
    body: [
      header(t),
      stack([text(t.deadlineLabel, note, tight), text(upperFirst(view.deadline), tight)], close),
      text(view.isWaiting ? t.waiting : t.how, close),
      view.rows.map((item) =>
        item.isAsked
          ? [
              item.elsewhere !== '' && notice('attention', [text(item.elsewhere)], close),
              dateInput(`on-${item.milestone}`, { ...asked(t, 'on'), label: item.name }, { value: item.on }),
            ]
          : row([wide([text(item.name)]), narrow([text(item.stored === '' ? t.notAsked : item.stored, bold, right)])]),
      ),
    ],
    actions: [
      fields.length > 0 && act(t.save, 'milestones.dates', { round, ...was }, primary),
      view.isWaiting
        ? view.isLaunched
          ? act(t.open, 'round.open', { round }, bare)
          : act(t.launch, 'command.run', { command: 'launch' }, bare)
        : act(t.back, 'milestones.show', { round }, bare),
      view.others.map((item) => act(item.title, 'milestones.sheet', { round: item.round }, bare)),
    ],
  };
});

import {
  about,
  accent,
  act,
  bold,
  close,
  type Element,
  label,
  narrow,
  opens,
  right,
  row,
  ruled,
  small,
  stack,
  type Tone,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';

/** A milestone in a list: its day and how it stands. */
export interface MilestoneRow {
  readonly round: string;
  readonly milestone: string;
  readonly name: string;
  /** How its button is told from those of other rounds. */
  readonly called?: string;
  readonly hasDate: boolean;
  readonly on: string;
  readonly chip: string;
  readonly tone: Tone;
}

export const milestoneRow = (open: string, item: MilestoneRow, more: readonly (Element | false)[]) =>
  stack(
    [
      row([
        wide([label(item.name, bold, accent)]),
        narrow([item.hasDate && label(item.on, right), label(item.chip, small, bold, toned(item.tone), tight, right)]),
      ]),
      more,
    ],
    close,
    ruled,
    opens(
      about(act(open, 'milestones.open', { round: item.round, milestone: item.milestone }), item.called ?? item.name),
    ),
  );

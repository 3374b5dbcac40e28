import {
  about,
  accent,
  act,
  close,
  opens,
  row,
  ruled,
  stack,
  stateColumn,
  type Tone,
  titled,
  wide,
} from '../kit/kit.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Empty for whoever is at work and reached. */
  readonly chip: string;
  readonly tone: Tone;
}

/** Somebody in a list: touching the row opens them. @param open what that is called */
export const personRow = ({ id, name, detail, chip, tone }: PersonRow, open: string) =>
  stack(
    [row([wide([titled(name, detail, accent)]), chip !== '' && stateColumn(chip, tone)])],
    close,
    ruled,
    opens(about(act(open, 'roster.person', { person: id }), name)),
  );

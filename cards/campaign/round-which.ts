import {
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  narrow,
  opens,
  right,
  row,
  ruled,
  small,
  stack,
  type Tone,
  text,
  titled,
  toned,
  wide,
} from '../kit/kit.ts';

export interface RoundWhichView {
  /** What was typed, by its name. */
  readonly command: string;
  readonly rows: readonly Row[];
}
interface Row {
  readonly round: string;
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
}

export const roundWhichCard = defineCard('campaign.round-which', (t, { command, rows }: RoundWhichView) => ({
  body: [
    header(t),
    text(t.text),
    rows.map(({ round, name, detail, chip, tone }) =>
      stack(
        [row([wide([titled(name, detail, accent)]), narrow([text(chip, small, bold, toned(tone), right)])])],
        close,
        ruled,
        opens(act(name, 'command.run', { command, round })),
      ),
    ),
  ],
  actions: [act(t.todo, 'todo.show')],
}));

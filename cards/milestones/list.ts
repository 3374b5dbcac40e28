import {
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  narrow,
  note,
  opens,
  right,
  row,
  ruled,
  small,
  stack,
  type Tone,
  text,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';

export interface ListView {
  readonly roundName: string;
  readonly intro: string;
  readonly rows: readonly Row[];
  readonly rule: string;
  readonly hasRule: boolean;
  readonly isOffice: boolean;
}
interface Row {
  readonly milestone: string;
  readonly name: string;
  readonly hasDate: boolean;
  readonly on: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly round: string;
  readonly owner: string;
  readonly holders: string;
  readonly hasHolders: boolean;
}

export const listCard = defineCard('milestones.list', (t, view: ListView) => ({
  body: [
    header(t),
    text(view.intro, close),
    view.rows.map((item) =>
      stack(
        [
          row([
            wide([text(item.name, bold, accent)]),
            narrow([
              item.hasDate && text(item.on, right),
              text(item.chip, small, bold, toned(item.tone), tight, right),
            ]),
          ]),
          text(item.owner, small, tight),
          item.hasHolders && text(item.holders, note, tight),
        ],
        close,
        ruled,
        opens(act(t.open, 'milestones.open', { round: item.round, milestone: item.milestone })),
      ),
    ),
    view.hasRule && text(view.rule, note, apart, ruled),
  ],
  actions: [
    act(t.todo, 'command.run', { command: 'todo' }),
    view.isOffice && act(t.progress, 'command.run', { command: 'progress' }),
  ],
}));

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

export interface RoundChooseView {
  readonly line: string;
  readonly rows: readonly Row[];
}
interface Row {
  readonly round: string;
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly open: string;
  readonly verb: string;
}

export const roundChooseCard = defineCard('campaign.round-choose', (t, view: RoundChooseView) => ({
  body: [
    header(t),
    text(view.line),
    view.rows.map((item) =>
      stack(
        [
          row([
            wide([titled(item.name, item.detail, accent)]),
            narrow([text(item.chip, small, bold, toned(item.tone), right)]),
          ]),
        ],
        close,
        ruled,
        opens(act(item.open, item.verb, { round: item.round })),
      ),
    ),
  ],
  actions: [act(t.plan, 'plan.show')],
}));

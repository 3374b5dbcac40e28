import {
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  middle,
  narrow,
  opens,
  row,
  ruled,
  stack,
  state,
  type Tone,
  text,
  tight,
  titled,
  wide,
} from '../kit/kit.ts';

export interface PublishView {
  readonly round: string;
  readonly roundName: string;
  readonly summary: string;
  readonly rows: readonly Row[];
}
interface Row {
  readonly decision: string;
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly mayOpen: boolean;
  readonly mayNot: boolean;
}

export const publishCard = defineCard('award.publish', (t, view: PublishView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.summary),
      view.rows.map((item) =>
        stack(
          [
            item.mayOpen &&
              stack(
                [row([wide([titled(item.name, item.detail, accent)]), narrow([state(item.chip, item.tone)], middle)])],
                tight,
                opens(act(t.open, 'publish.results', { round, decision: item.decision })),
              ),
            item.mayNot &&
              stack(
                [row([wide([titled(item.name, item.detail)]), narrow([state(item.chip, item.tone)], middle)])],
                tight,
              ),
          ],
          close,
          ruled,
        ),
      ),
    ],
    actions: [act(t.back, 'decide.show', { round })],
  };
});

import {
  act,
  bare,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  middle,
  note,
  type Paging,
  row,
  ruled,
  stateColumn,
  type Tone,
  text,
  tight,
  titled,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface MembersView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly department: string;
  readonly rows: readonly Row[];
}
interface Row {
  readonly name: string;
  readonly line: string;
  readonly chip: string;
  readonly tone: Tone;
}

export const membersCard = defineCard('review.members', (t, view: MembersView) => {
  const { round } = view;
  const leaf = { view, verb: 'collective.members', data: { round } };
  return {
    body: [
      header(t),
      text(view.department, bold, close),
      isPaged(view) && text(t.range, note, tight),
      view.rows.map((item) =>
        row([wide([titled(item.name, item.line)]), stateColumn(item.chip, item.tone, middle)], close, ruled),
      ),
    ],
    actions: [turnPages(t, leaf, bare), act(t.back, 'collective.show', { round })],
  };
});

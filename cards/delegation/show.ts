import {
  about,
  accent,
  act,
  bare,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  middle,
  note,
  opens,
  type Paging,
  primary,
  row,
  ruled,
  small,
  stack,
  stateColumn,
  type Tone,
  text,
  tight,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface ShowView extends Paging {
  readonly intro: string;
  readonly rows: readonly Row[];
}
/** What is said of an assignment everywhere. */
export interface AssignmentView {
  readonly post: string;
  readonly who: string;
  readonly period: string;
  /** Empty without a paper. */
  readonly paper: string;
}
interface Row extends AssignmentView {
  readonly id: string;
  readonly chip: string;
  readonly tone: Tone;
}

export const showCard = defineCard('delegation.show', (t, view: ShowView) => ({
  body: [
    header(t),
    text(view.intro, close),
    isPaged(view) && text(t.range, note, close),
    view.rows.map((item) =>
      stack(
        [
          row([
            wide([
              text(item.post, bold, accent),
              text(item.who, small, tight),
              text(item.period, note, tight),
              item.paper !== '' && text(item.paper, note, tight),
            ]),
            stateColumn(item.chip, item.tone, middle),
          ]),
        ],
        close,
        ruled,
        opens(about(act(t.end, 'delegate.end', { assignment: item.id }), item.post)),
      ),
    ),
  ],
  actions: [act(t.add, 'delegate.new', {}, primary), turnPages(t, { view, verb: 'delegate.show' }, bare)],
}));

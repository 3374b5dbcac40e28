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

export interface QueueView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly list: string;
  readonly heading: string;
  readonly intro: string;
  readonly rows: readonly Row[];
  readonly isWaiting: boolean;
  readonly showsHandled: boolean;
  readonly showsOverdue: boolean;
  readonly mayPropose: boolean;
  readonly hasCollective: boolean;
}
interface Row {
  readonly nomination: string;
  readonly name: string;
  readonly detail: string;
  readonly line: string;
  /** In whose place the reader is asked; empty for whoever is asked in their own post. */
  readonly inPlaceOf: string;
  readonly chip: string;
  readonly tone: Tone;
}

export const queueCard = defineCard('review.queue', (t, view: QueueView) => {
  const { round } = view;
  const leaf = { view, verb: 'review.queue', data: { round, list: view.list } };
  return {
    body: [
      header({ eyebrow: t.eyebrow, heading: view.heading }),
      text(view.intro, close),
      isPaged(view) && text(t.range, note, close),
      view.rows.map((item) =>
        stack(
          [
            row([
              wide([
                text(item.name, bold, accent),
                text(item.detail, small, tight),
                text(item.line, note, tight),
                item.inPlaceOf !== '' && text(item.inPlaceOf, note, tight),
              ]),
              stateColumn(item.chip, item.tone, middle),
            ]),
          ],
          close,
          ruled,
          opens(about(act(t.open, 'review.open', { nomination: item.nomination }), item.name)),
        ),
      ),
    ],
    actions: [
      turnPages(t, leaf, bare),
      !view.isWaiting && act(t.waiting, 'review.queue', { round, list: 'waiting' }),
      view.showsHandled && act(t.handled, 'review.queue', { round, list: 'handled' }),
      view.showsOverdue && act(t.overdue, 'review.queue', { round, list: 'overdue' }),
      view.mayPropose && act(t.propose, 'review.people', { round }),
      view.hasCollective && act(t.collective, 'collective.show', { round }),
      view.rows.length === 0 && act(t.todo, 'todo.show'),
    ],
  };
});

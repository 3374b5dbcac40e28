import { act, bold, close, defineCard, header, note, ruled, small, stack, text, tight } from '../kit/kit.ts';

export interface AwayView {
  readonly round: string;
  readonly department: string;
  readonly roundName: string;
  readonly text: string;
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly more: string;
}
interface Row {
  readonly name: string;
  readonly detail: string;
  readonly due: string;
}

export const awayCard = defineCard('review.away', (t, view: AwayView) => ({
  body: [
    header(t),
    text(view.text, close),
    view.rows.map((item) =>
      stack([text(item.name, bold), text(item.detail, small, tight), text(item.due, note, tight)], close, ruled),
    ),
    view.hasMore && text(view.more, note, ruled),
  ],
  actions: [
    act(t.progress, 'progress.show', { round: view.round, department: view.department }),
    act(t.todo, 'command.run', { command: 'todo' }),
  ],
}));

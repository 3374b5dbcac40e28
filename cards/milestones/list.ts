import { act, apart, close, defineCard, header, note, primary, ruled, small, text, tight } from '../kit/kit.ts';
import { type MilestoneRow, milestoneRow } from './row.ts';

export interface ListView {
  readonly roundName: string;
  readonly intro: string;
  readonly rows: readonly Row[];
  readonly rule: string;
  readonly hasRule: boolean;
  readonly round: string;
  readonly canDate: boolean;
  /** Rounds that are still to be opened: their dates can be set already. */
  readonly toOpen: readonly { readonly round: string; readonly title: string }[];
}
interface Row extends MilestoneRow {
  readonly owner: string;
  readonly holders: string;
  readonly hasHolders: boolean;
}

export const listCard = defineCard('milestones.list', (t, view: ListView) => ({
  body: [
    header(t),
    text(view.intro, close),
    view.rows.map((item) =>
      milestoneRow(t.open, item, [text(item.owner, small, tight), item.hasHolders && text(item.holders, note, tight)]),
    ),
    view.hasRule && text(view.rule, note, apart, ruled),
  ],
  actions: [
    view.canDate && act(t.dates, 'milestones.sheet', { round: view.round }, primary),
    act(t.todo, 'command.run', { command: 'todo' }),
    view.toOpen.map((item) => act(item.title, 'milestones.sheet', { round: item.round })),
  ],
}));

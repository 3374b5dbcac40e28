import {
  accent,
  act,
  apart,
  bold,
  centred,
  close,
  defineCard,
  header,
  isPaged,
  label,
  note,
  opens,
  type Paging,
  row,
  ruled,
  small,
  stateColumn,
  type Tone,
  text,
  tight,
  tinted,
  titled,
  turnPages,
  wide,
} from '../kit/kit.ts';
import type { ListView } from './dossier-view.ts';

export interface QueueView extends ListView, Paging {
  readonly filter: string;
  /** Row by row. */
  readonly chips: readonly { readonly chips: readonly Chip[] }[];
  readonly rows: readonly Row[];
  readonly isClosed: boolean;
  /** Dossiers whose signed original is not recorded. */
  readonly originals: number;
}
interface Chip {
  readonly key: string;
  readonly round: string;
  readonly label: string;
  readonly n: string;
  readonly style: 'accent' | 'emphasis';
}
interface Row {
  readonly nomination: string;
  readonly name: string;
  readonly department: string;
  readonly state: string;
  readonly tone: Tone;
  readonly detail: string;
}

export const queueCard = defineCard('intake.queue', (t, view: QueueView) => {
  const { round, filter } = view;
  const leaf = { view, verb: 'intake.queue', data: { round, filter } };
  return {
    body: [
      header(t),
      text(view.roundName, note, tight),
      view.chips.map(({ chips }) => row(chips.map(chip), close)),
      view.isEmpty && text(view.empty),
      view.rows.map(dossier),
      isPaged(view) && text(t.range, note, apart, ruled),
    ],
    actions: [
      turnPages(t, leaf),
      view.originals > 0 && act(t.originals, 'intake.originals', { round }),
      act(view.isClosed ? t.late : t.find, 'intake.find', { round }),
      act(t.progress, 'progress.show', { round }),
    ],
  };
});

const chip = ({ key, round, n, style, ...chip }: Chip) =>
  wide(
    [label(n, bold, centred), label(chip.label, small, centred, tight)],
    tinted(style),
    opens(act(chip.label, 'intake.queue', { round, filter: key })),
  );

const dossier = ({ nomination, name, department, detail, ...dossier }: Row) =>
  row(
    [wide([titled(name, department, accent), text(detail, note, tight)]), stateColumn(dossier.state, dossier.tone)],
    ruled,
    close,
    opens(act(name, 'intake.open', { nomination })),
  );

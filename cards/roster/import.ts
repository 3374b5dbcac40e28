import { act, apart, bold, close, defineCard, header, label, note, primary, text } from '../kit/kit.ts';

export interface ImportView {
  /** What the office may send, a line each. */
  readonly columns: readonly string[];
}

export const importCard = defineCard('roster.import', (t, view: ImportView) => ({
  body: [
    header(t),
    label(t.how),
    label(t.columns, bold, apart),
    view.columns.map((line) => text(line, note, close)),
    label(t.absent, apart),
  ],
  actions: [act(t.export, 'roster.export', {}, primary), act(t.back, 'roster.show')],
}));

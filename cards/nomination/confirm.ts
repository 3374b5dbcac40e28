import { act, close, column, defineCard, header, note, notice, primary, row, ruled, text } from '../kit/kit.ts';

export interface ConfirmView {
  readonly round: string;
  readonly candidate: string;
  readonly code: string;
  readonly rows: readonly Line[];
  readonly originals: string;
  readonly rev: string;
}
interface Line {
  readonly label: string;
  readonly text: string;
}

export const confirmCard = defineCard('nomination.confirm', (t, view: ConfirmView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      view.rows.map((item) => row([column(1, [text(item.label, note)]), column(2, [text(item.text)])], close, ruled)),
      notice('emphasis', [text(t.after), text(view.originals, close)]),
    ],
    actions: [
      act(t.confirm, 'nomination.submit', { round, candidate, rev: view.rev, confirm: 'yes' }, primary),
      act(t.read, 'dossier.read', { round, candidate }),
      act(t.back, 'dossier.show', { round, candidate }),
    ],
  };
});

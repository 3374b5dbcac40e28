import {
  act,
  asked,
  bare,
  bold,
  close,
  column,
  defineCard,
  header,
  note,
  notice,
  primary,
  row,
  ruled,
  text,
  textInput,
} from '../kit/kit.ts';

export interface ConfirmView {
  readonly round: string;
  readonly candidate: string;
  readonly code: string;
  readonly rows: readonly Line[];
  /** What whoever sends it should look at once more. */
  readonly warnings: readonly string[];
  /** A criterion, to begin with when something is to be changed. */
  readonly first: string;
  readonly originals: string;
  /** The achievement in a sentence or two, as lists and papers will have it. */
  readonly summary: string;
  /** Whether the reader may take it back afterwards. */
  readonly sender: 'self' | 'other';
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
      view.warnings.length > 0 &&
        notice('warning', [text(t.look, bold), view.warnings.map((item) => text(item, close))]),
      textInput('summary', asked(t, 'summary'), { value: view.summary, maxLength: 1200, isMultiline: true }),
      notice('emphasis', [text(t.after), text(view.originals, close)]),
    ],
    actions: [
      act(t.confirm, 'nomination.submit', { round, candidate, rev: view.rev, confirm: 'yes' }, primary),
      act(t.read, 'dossier.read', { round, candidate }, bare),
      act(t.change, 'assess.open', { round, candidate, criterion: view.first }, bare),
      act(t.back, 'dossier.show', { round, candidate }, bare),
    ],
  };
});

import {
  accent,
  act,
  apart,
  bare,
  bold,
  close,
  defineCard,
  header,
  note,
  primary,
  subtle,
  text,
  toggleInput,
} from '../kit/kit.ts';

export interface ResendView {
  readonly spread: string;
  readonly formId: string;
  readonly name: string;
  readonly sure: string;
  readonly lines: readonly Line[];
  readonly stillLines: readonly Line[];
  readonly hasAmbiguous: boolean;
  readonly ambiguousTitle: string;
  readonly ambiguous: string;
  readonly hasDropped: boolean;
  readonly droppedTitle: string;
  readonly dropped: string;
  readonly isPossible: boolean;
}
interface Line {
  readonly line: string;
}

export const resendCard = defineCard('sendings.resend', (t, view: ResendView) => {
  const { spread } = view;
  const also = (id: 'ambiguous' | 'dropped', label: string, choice: { title: string; value: string }) =>
    toggleInput(id, { label, errorMessage: t.ambiguousError }, choice, apart);
  return {
    body: [
      header(t),
      text(view.name, bold, close),
      text(view.sure, bold, accent, apart),
      view.lines.map((item) => text(`– ${item.line}`, close)),
      view.stillLines.map((item) => text(`– ${item.line}`, subtle, close)),
      view.hasAmbiguous && also('ambiguous', t.ambiguousLabel, { title: view.ambiguousTitle, value: view.ambiguous }),
      view.hasDropped && also('dropped', t.droppedLabel, { title: view.droppedTitle, value: view.dropped }),
      text(t.what, note, apart),
    ],
    actions: [
      view.isPossible && act(t.confirm, 'sending.resend', { spread, formId: view.formId, confirm: 'yes' }, primary),
      act(t.back, 'sending.show', { spread, page: '0' }, bare),
    ],
  };
});

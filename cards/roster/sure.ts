import { act, bold, close, defineCard, destructive, header, label, notice, primary, text } from '../kit/kit.ts';

export interface SureView {
  readonly id: string;
  readonly warnings: readonly string[];
  /** Of the button that decides. */
  readonly data: Readonly<Record<string, string>>;
}

/** A roster that would take away more than usual. */
export const sureCard = defineCard('roster.sure', (t, view: SureView) => ({
  body: [
    header(t),
    notice('attention', [label(t.why, bold), view.warnings.map((line) => text(line, close))]),
    label(t.check),
  ],
  actions: [
    act(t.back, 'roster.update', { id: view.id }, primary),
    act(t.sure, 'roster.confirm', { ...view.data, confirm: 'yes' }, destructive),
  ],
}));

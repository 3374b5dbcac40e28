import { act, apart, bare, defineCard, header, type InputId, listInput, note, primary, text } from '../kit/kit.ts';

export interface RenamesView {
  readonly id: string;
  readonly rev: number;
  readonly absent: string;
  readonly asks: readonly Ask[];
}
interface Ask {
  readonly input: InputId;
  readonly question: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value: string;
}

/** New names beside departments that would be empty: whether they are the same. */
export const renamesCard = defineCard('roster.renames', (t, view: RenamesView) => ({
  body: [
    header(t),
    text(t.why, note),
    view.asks.map(({ input, question, choices, value }) =>
      listInput(input, { label: question, errorMessage: t.askError }, { choices, value }),
    ),
    text(t.after, note, apart),
  ],
  actions: [
    act(t.next, 'roster.confirm', { id: view.id, rev: String(view.rev), absent: view.absent, named: 'yes' }, primary),
    act(t.back, 'roster.update', { id: view.id }, bare),
  ],
}));

import { act, asked, bare, bold, choiceInput, close, defineCard, header, notice, primary, text } from '../kit/kit.ts';

export interface RequestView {
  readonly round: string;
  readonly candidate: string;
  readonly name: string;
  readonly roundName: string;
  readonly level: string;
  readonly levels: readonly Choice[];
  readonly proposal: string;
  readonly hasProposal: boolean;
}
interface Choice {
  readonly title: string;
  readonly value: string;
}

export const requestCard = defineCard('nomination.request', (t, view: RequestView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      text(view.name, bold, close),
      view.hasProposal && notice('accent', [text(view.proposal)]),
      text(t.what),
      choiceInput('level', asked(t, 'level'), {
        choices: view.levels.map((item) => ({ title: item.title, value: item.value })),
        value: view.level,
      }),
    ],
    actions: [
      act(t.ask, 'nomination.request', { round, candidate }, primary),
      act(t.back, 'dossier.show', { round, candidate }, bare),
    ],
  };
});

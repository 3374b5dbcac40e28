import { act, bold, close, defineCard, destructive, header, notice, text } from '../kit/kit.ts';

export interface WithdrawView {
  readonly round: string;
  readonly candidate: string;
  readonly code: string;
  readonly name: string;
  readonly after: string;
  readonly rev: string;
}

export const withdrawCard = defineCard('nomination.withdraw', (t, view: WithdrawView) => {
  const { round, candidate } = view;
  return {
    body: [header(t), text(view.name, bold, close), text(t.what), notice('emphasis', [text(view.after)])],
    actions: [
      act(t.confirm, 'nomination.withdraw', { round, candidate, rev: view.rev, confirm: 'yes' }, destructive),
      act(t.back, 'dossier.show', { round, candidate }),
    ],
  };
});

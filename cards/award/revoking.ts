import { act, bold, defineCard, destructive, header, medium, note, pair, text } from '../kit/kit.ts';

export interface RevokingView {
  readonly nomination: string;
  readonly rev: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly reason: string;
  readonly name: string;
  readonly facts: readonly Fact[];
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const revokingCard = defineCard('award.revoking', (t, view: RevokingView) => {
  const { nomination } = view;
  return {
    body: [
      header(t),
      text(view.name, medium, bold),
      view.facts.map((item) => pair(text(item.label, note), item.value)),
      text(t.final, bold),
    ],
    actions: [
      act(
        t.confirm,
        'decide.revoke',
        {
          nomination,
          rev: view.rev,
          number: view.number,
          issuedOn: view.issuedOn,
          reason: view.reason,
          confirm: 'yes',
        },
        destructive,
      ),
      act(t.back, 'decide.revocation', { nomination }),
    ],
  };
});

import {
  act,
  bold,
  close,
  defineCard,
  header,
  label,
  middle,
  note,
  notice,
  pair,
  primary,
  row,
  small,
  stack,
  stateColumn,
  type Tone,
  text,
  titled,
  wide,
} from '../kit/kit.ts';

export interface ProposalView {
  readonly nomination: string;
  readonly rev: string;
  readonly round: string;
  readonly candidate: string;
  readonly roundName: string;
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly text: string;
  readonly reason: string;
  readonly facts: readonly Fact[];
  readonly next: string;
  readonly mayAnswer: boolean;
  readonly mayAssess: boolean;
  readonly isCandidate: boolean;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const proposalCard = defineCard('review.proposal', (t, view: ProposalView) => {
  const { nomination, rev, round } = view;
  return {
    body: [
      header(t),
      row([wide([titled(view.name, view.detail)]), stateColumn(view.chip, view.tone, middle)], close),
      text(view.text, close),
      notice('emphasis', [text(t.reason, small, bold), text(view.reason, close)]),
      stack([view.facts.map((item) => pair(label(item.label, note), item.value))], close),
      text(view.next),
    ],
    actions: [
      view.mayAnswer && act(t.yes, 'nomination.consent', { nomination, rev, answer: 'yes' }, primary),
      view.mayAnswer && act(t.no, 'nomination.consent', { nomination, rev, answer: 'no' }),
      view.mayAssess && act(t.assess, 'assess.open', { round, candidate: view.candidate }, primary),
      view.isCandidate && act(t.plan, 'plan.show'),
      !view.isCandidate && act(t.queue, 'review.queue', { round }),
    ],
  };
});

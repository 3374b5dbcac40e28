import {
  act,
  bold,
  close,
  defineCard,
  destructive,
  header,
  medium,
  note,
  notice,
  pair,
  primary,
  subtle,
  type Tone,
  text,
  tight,
} from '../kit/kit.ts';

export interface CaseView {
  readonly nomination: string;
  readonly round: string;
  readonly candidate: string;
  readonly name: string;
  readonly about: string;
  readonly state: string;
  readonly tone: Tone;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly canSendBack: boolean;
  readonly canReconsider: boolean;
  readonly canChangeReason: boolean;
  readonly canRevoke: boolean;
  /** The decision that it belongs to, or empty. */
  readonly decision: string;
}

/** One candidate on the way from the council to the decision: what was said and found, and what may be done. */
export const caseCard = defineCard('award.case', (t, view: CaseView) => {
  const { nomination, round, candidate, decision } = view;
  const ask = (title: string, what: string, ...manners: Parameters<typeof act>[3][]) =>
    act(title, 'decide.ask', { ask: what, id: nomination }, ...manners);
  return {
    body: [
      header(t),
      text(view.name, medium, bold),
      text(view.about, subtle, tight),
      notice(view.tone, [text(view.state)]),
      view.facts.map((item) => pair(text(item.label, note), item.value)),
      view.canRevoke && text(t.revokeNote, note, close),
    ],
    actions: [
      act(t.read, 'dossier.read', { round, candidate, from: nomination }, primary),
      view.canSendBack && ask(t.sendBack, 'sendBack'),
      view.canReconsider && ask(t.reconsider, 'reconsider'),
      view.canChangeReason && ask(t.changeReason, 'decline'),
      view.canRevoke && ask(t.revoke, 'revoke', destructive),
      decision !== '' && act(t.decision, 'decide.decision', { decision }),
      act(t.back, 'decide.show', { round }),
    ],
  };
});

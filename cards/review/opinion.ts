import {
  act,
  bold,
  close,
  defineCard,
  header,
  middle,
  notice,
  row,
  small,
  stateColumn,
  type Tone,
  text,
  titled,
  wide,
} from '../kit/kit.ts';

export interface OpinionView {
  readonly nomination: string;
  readonly round: string;
  readonly candidate: string;
  readonly roundName: string;
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly given: string;
  readonly hasReason: boolean;
  readonly reason: string;
  readonly next: string;
  readonly isCandidate: boolean;
}

export const opinionCard = defineCard('review.opinion', (t, view: OpinionView) => ({
  body: [
    header(t),
    row([wide([titled(view.name, view.detail)]), stateColumn(view.chip, view.tone, middle)], close),
    text(view.given, close),
    view.hasReason && notice('emphasis', [text(t.reason, small, bold), text(view.reason, close)]),
    text(view.next),
  ],
  actions: [
    view.isCandidate && act(t.dossier, 'dossier.show', { round: view.round, candidate: view.candidate }),
    !view.isCandidate && act(t.open, 'review.open', { nomination: view.nomination }),
  ],
}));

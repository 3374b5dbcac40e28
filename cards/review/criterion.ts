import {
  about,
  accent,
  act,
  bare,
  bold,
  close,
  defineCard,
  header,
  middle,
  note,
  notice,
  opens,
  type Paging,
  row,
  ruled,
  stack,
  stateColumn,
  subtle,
  type Tone,
  text,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface CriterionView extends Paging {
  readonly nomination: string;
  readonly criterion: string;
  readonly roundName: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly hasRating: boolean;
  readonly rating: string;
  readonly tone: Tone;
  readonly hasSaid: boolean;
  readonly saysNothing: boolean;
  readonly said: string;
  readonly evidenceCount: string;
  readonly evidence: readonly EvidenceItem[];
}
interface EvidenceItem {
  readonly id: string;
  readonly name: string;
}

export const criterionCard = defineCard('review.criterion', (t, view: CriterionView) => {
  const { nomination } = view;
  const leaf = { view, verb: 'review.criterion', data: { nomination, criterion: view.criterion } };
  return {
    body: [
      header(t),
      text(view.name, note, close),
      row([wide([text(view.title, bold)]), view.hasRating && stateColumn(view.rating, view.tone, middle)], close),
      view.hasRating && text(view.text, note, close),
      view.hasSaid && notice('emphasis', [text(view.said)]),
      view.saysNothing && text(t.nothingSaid, subtle),
      text(view.evidenceCount, view.evidence.length > 0 && bold),
      view.evidence.map((item) =>
        stack(
          [text(item.name, accent)],
          close,
          ruled,
          opens(about(act(t.openEvidence, 'evidence.open', { evidence: item.id }), item.name)),
        ),
      ),
    ],
    actions: [turnPages(t, leaf, bare), act(t.back, 'review.open', { nomination })],
  };
});

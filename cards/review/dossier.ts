import type { DossierPartView } from '../dossier-part.ts';
import {
  about,
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  label,
  middle,
  narrow,
  note,
  notice,
  opens,
  pair,
  primary,
  row,
  ruled,
  stack,
  state,
  type Tone,
  text,
  titled,
  wide,
} from '../kit/kit.ts';

export interface DossierView {
  readonly nomination: string;
  readonly rev: string;
  readonly round: string;
  readonly roundName: string;
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly facts: readonly Fact[];
  readonly hasOpinion: boolean;
  readonly opinionHeading: string;
  readonly hasOpinionText: boolean;
  readonly opinionText: string;
  readonly parts: readonly Pick<
    DossierPartView,
    'criterion' | 'name' | 'rating' | 'tone' | 'excerpt' | 'hasExcerpt' | 'evidenceCount'
  >[];
  readonly hasLoose: boolean;
  readonly looseCount: string;
  /** Something is there that only its writers may read so far. */
  readonly isWithheld: boolean;
  readonly mayOpine: boolean;
  readonly isReviewer: boolean;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const dossierCard = defineCard('review.dossier', (t, view: DossierView) => {
  const { nomination, rev } = view;
  return {
    body: [
      header(t),
      row([wide([titled(view.name, view.detail)]), narrow([state(view.chip, view.tone)], middle)], close),
      stack([view.facts.map((item) => pair(label(item.label, note), item.value))], apart),
      view.hasOpinion &&
        notice('emphasis', [text(view.opinionHeading, bold), view.hasOpinionText && text(view.opinionText, close)]),
      view.isWithheld && notice('emphasis', [text(t.withheld)]),
      view.parts.map((item) =>
        stack(
          [
            row([
              wide([text(`${item.criterion}. ${item.name}`, bold, accent)]),
              narrow([state(item.rating, item.tone)], middle),
            ]),
            item.hasExcerpt && text(item.excerpt, close),
            text(item.evidenceCount, note, close),
          ],
          apart,
          ruled,
          opens(
            about(
              act(t.whole, 'review.criterion', { nomination, criterion: item.criterion }),
              `${item.criterion}. ${item.name}`,
            ),
          ),
        ),
      ),
      view.hasLoose &&
        stack(
          [text(t.loose, bold, accent), text(view.looseCount, note, close)],
          apart,
          ruled,
          opens(about(act(t.whole, 'review.criterion', { nomination, criterion: '' }), t.loose)),
        ),
    ],
    actions: [
      view.mayOpine && act(t.agree, 'review.agree', { nomination, rev }, primary),
      view.mayOpine && act(t.disagree, 'review.disagree', { nomination, rev }),
      view.mayOpine && act(t.return, 'review.return', { nomination, rev }),
      view.isReviewer && act(t.queue, 'review.queue', { round: view.round }),
    ],
  };
});

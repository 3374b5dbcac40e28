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
  note,
  notice,
  opens,
  pair,
  primary,
  row,
  ruled,
  stack,
  stateColumn,
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
  /** Empty while there is no opinion. */
  readonly opinionHeading: string;
  /** Empty where nobody gave it in time. */
  readonly opinionText: string;
  /** What is said where the candidate was before. */
  readonly former: readonly { readonly heading: string; readonly text: string }[];
  /** Null when it was not sent back. */
  readonly back: SentBackView | null;
  readonly parts: readonly Part[];
  readonly hasLoose: boolean;
  readonly looseCount: string;
  /** Something is there that only its writers may read so far. */
  readonly isWithheld: boolean;
  readonly mayOpine: boolean;
  readonly isReviewer: boolean;
}
/** Why it was sent back, and once it is sent again what is new. */
export interface SentBackView {
  readonly heading: string;
  readonly reason: string;
  /** Empty until it is sent again. */
  readonly since: string;
}
interface Part extends Pick<DossierPartView, 'criterion' | 'name' | 'rating' | 'tone' | 'evidenceCount'> {
  /** As much of the words as the card has room for. */
  readonly said: string;
  readonly isCut: boolean;
  readonly evidenceNames: string;
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
      row([wide([titled(view.name, view.detail)]), stateColumn(view.chip, view.tone, middle)], close),
      stack([view.facts.map((item) => pair(label(item.label, note), item.value))], apart),
      view.back !== null &&
        notice('warning', [
          text(view.back.heading, bold),
          text(view.back.reason, close),
          view.back.since !== '' && text(view.back.since, close),
        ]),
      view.opinionHeading !== '' &&
        notice('emphasis', [text(view.opinionHeading, bold), view.opinionText !== '' && text(view.opinionText, close)]),
      view.former.map((each) => notice('emphasis', [text(each.heading, bold), text(each.text, close)])),
      view.isWithheld && notice('emphasis', [text(t.withheld)]),
      view.parts.map((item) =>
        stack(
          [
            row([
              wide([text(`${item.criterion}. ${item.name}`, bold, accent)]),
              stateColumn(item.rating, item.tone, middle),
            ]),
            item.said !== '' && text(item.said, close),
            text([aboutEvidence(item), ...(item.isCut ? [t.cut] : [])].join(' · '), note, close),
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
      view.mayOpine && act(t.agree, 'review.agree', { nomination, rev, confirm: 'yes' }, primary),
      view.mayOpine && act(t.agreeWith, 'review.agree', { nomination, rev }),
      view.mayOpine && act(t.disagree, 'review.disagree', { nomination, rev }),
      view.mayOpine && act(t.return, 'review.return', { nomination, rev }),
      view.isReviewer && act(t.queue, 'review.queue', { round: view.round }),
    ],
  };
});

const aboutEvidence = ({ evidenceCount, evidenceNames }: Part): string =>
  [evidenceCount, evidenceNames].filter((words) => words !== '').join(': ');

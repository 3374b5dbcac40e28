import type { DossierPartView } from '../dossier-part.ts';
import {
  about,
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  middle,
  note,
  notice,
  opens,
  row,
  ruled,
  stack,
  stateColumn,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface ReadCriterionView {
  readonly round: string;
  readonly candidate: string;
  readonly code: string;
  readonly who: string;
  readonly part: DossierPartView;
  readonly from: string;
}

export const readCriterionCard = defineCard('nomination.read-criterion', (t, view: ReadCriterionView) => ({
  body: [
    header(t),
    text(view.who, note, close),
    row(
      [
        wide([text(`${view.part.criterion}. ${view.part.name}`, bold)]),
        stateColumn(view.part.rating, view.part.tone, middle),
      ],
      close,
    ),
    notice('emphasis', [text(view.part.text)], close),
    view.part.hasWords && text(view.part.words),
    view.part.hasReason && stack([text(t.reason, note), text(view.part.reason, tight)]),
    text(view.part.evidenceCount, view.part.hasEvidence && bold, ruled),
    view.part.evidence.map((item) =>
      stack(
        [text(item.name, accent)],
        close,
        opens(about(act(t.openEvidence, 'evidence.open', { evidence: item.id }), item.name)),
      ),
    ),
  ],
  actions: [act(t.back, 'dossier.read', { round: view.round, candidate: view.candidate, from: view.from })],
}));

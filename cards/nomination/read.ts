import type { DossierPartView } from '../dossier-part.ts';
import {
  accent,
  act,
  bold,
  close,
  type Data,
  defineCard,
  header,
  label,
  middle,
  note,
  notice,
  opens,
  row,
  ruled,
  small,
  stack,
  stateColumn,
  type Tone,
  text,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';

export interface ReadView {
  readonly round: string;
  readonly candidate: string;
  /** That it comes from a signed paper, and who enters it. */
  readonly paper: string;
  readonly code: string;
  readonly name: string;
  readonly about: string;
  readonly level: string;
  readonly state: string;
  readonly stateTone: Tone;
  readonly parts: readonly DossierPartView[];
  readonly loose: string;
  readonly hasLoose: boolean;
  /** Where the reader came from, and what opens that again. */
  readonly from: string;
  readonly back: { readonly verb: string; readonly data: Data } | undefined;
  /** Something is there that only its writers may read so far. */
  readonly isWithheld: boolean;
}

export const readCard = defineCard('nomination.read', (t, view: ReadView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      stack(
        [
          text(view.name, bold, close),
          text(view.about, note, tight),
          text(view.level, note, tight),
          label(view.state, small, bold, toned(view.stateTone), tight),
        ],
        close,
      ),
      view.paper !== '' && text(view.paper, note),
      view.isWithheld && notice('emphasis', [text(t.withheld)]),
      view.parts.map((item) =>
        stack(
          [
            row([
              wide([text(`${item.criterion}. ${item.name}`, bold, accent)]),
              stateColumn(item.rating, item.tone, middle),
            ]),
            item.hasExcerpt && text(item.excerpt, close),
            text(item.evidenceCount, note, tight),
          ],
          close,
          ruled,
          opens(
            act(`${t.open} ${item.criterion}`, 'dossier.read', {
              round,
              candidate,
              criterion: item.criterion,
              ...(view.from !== '' && { from: view.from }),
            }),
          ),
        ),
      ),
      view.hasLoose && text(view.loose, note, ruled),
    ],
    actions: [
      act(t.evidence, 'evidence.list', { round, candidate }),
      act(t.dossier, 'dossier.show', { round, candidate }),
      view.back && act(t.back, view.back.verb, view.back.data),
    ],
  };
});

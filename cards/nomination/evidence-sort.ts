import {
  act,
  asked,
  bare,
  bold,
  type Choice,
  choiceInput,
  close,
  defineCard,
  header,
  listInput,
  note,
  notice,
  primary,
  ruled,
  stack,
  text,
  titled,
} from '../kit/kit.ts';
import { type RefusedFiles, refusedFiles } from './refused-files.ts';

export interface EvidenceSortView extends RefusedFiles {
  readonly round: string;
  readonly candidate: string;
  /** Whose dossier it is; empty for the reader's own. */
  readonly whose: string;
  readonly files: string;
  readonly rows: readonly Row[];
  readonly choices: readonly Choice[];
  readonly isSeveral: boolean;
  readonly hasRows: boolean;
  /** What came in has its criteria already. */
  readonly isPlaced: boolean;
  readonly more: string;
  readonly hasMore: boolean;
  readonly going: string;
  readonly hasGoing: boolean;
}
interface Row {
  readonly input: `to${number}`;
  readonly name: string;
  readonly about: string;
  /** The criterion that the name speaks of; empty when it names none. */
  readonly guess: string;
}

/** More radio buttons than this are a list that unfolds. */
const choicesInSight = 4;

export const evidenceSortCard = defineCard('nomination.evidence-sort', (t, view: EvidenceSortView) => {
  const { round, candidate, choices } = view;
  const ask = choices.length > choicesInSight ? listInput : choiceInput;
  return {
    body: [
      header(t),
      view.whose !== '' && text(view.whose),
      view.hasRows && notice('emphasis', [text(t.got), text(t.warning, bold, close)]),
      view.isPlaced && text(t.placed),
      refusedFiles(t.refused, view),
      view.isSeveral && ask('criterion', asked(t, 'all'), { choices, placeholder: t.choose }),
      view.rows.map((item) =>
        stack(
          [
            titled(item.name, item.about),
            listInput(item.input, asked(t, view.isSeveral ? 'other' : 'criterion'), {
              ...{ choices, value: item.guess, placeholder: view.isSeveral ? t.same : t.choose },
            }),
          ],
          close,
          ruled,
        ),
      ),
      view.hasMore && text(view.more, note),
      view.hasGoing && text(view.going, note),
    ],
    actions: [
      view.hasRows && act(t.save, 'evidence.sort', { round, candidate, files: view.files }, primary),
      view.whose !== '' && act(t.open, 'dossier.show', { round, candidate }),
      act(t.later, 'evidence.list', { round, candidate }, bare),
    ],
  };
});

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

export interface EvidenceSortView {
  readonly round: string;
  readonly candidate: string;
  readonly files: string;
  readonly rows: readonly Row[];
  readonly choices: readonly Choice[];
  readonly isOne: boolean;
  readonly isSeveral: boolean;
  readonly hasRows: boolean;
  /** What came in has its criteria already. */
  readonly isPlaced: boolean;
  readonly more: string;
  readonly hasMore: boolean;
  readonly going: string;
  readonly hasGoing: boolean;
  readonly refused: readonly { readonly text: string }[];
  readonly hasRefused: boolean;
  readonly refusedMore: string;
  readonly hasRefusedMore: boolean;
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
      view.hasRows && notice('emphasis', [text(t.got), text(t.warning, bold, close)]),
      view.isPlaced && text(t.placed),
      view.hasRefused &&
        notice('attention', [
          text(t.refused, bold),
          view.refused.map((item) => text(item.text, close)),
          view.hasRefusedMore && text(view.refusedMore, close),
        ]),
      view.isSeveral && ask('criterion', asked(t, 'all'), { choices, placeholder: t.choose }),
      view.rows.map((item) =>
        stack(
          [
            titled(item.name, item.about),
            view.isOne
              ? ask(item.input, asked(t, 'criterion'), { choices, value: item.guess, placeholder: t.choose })
              : listInput(item.input, asked(t, 'other'), { choices, value: item.guess, placeholder: t.same }),
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
      act(t.later, 'evidence.list', { round, candidate }, bare),
    ],
  };
});

import {
  act,
  asked,
  bare,
  bold,
  close,
  defineCard,
  header,
  type InputId,
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
  readonly hasRows: boolean;
  readonly more: string;
  readonly hasMore: boolean;
  readonly refused: readonly RefusedItem[];
  readonly hasRefused: boolean;
}
interface RefusedItem {
  readonly text: string;
}
interface Row {
  readonly input: InputId;
  readonly name: string;
  readonly about: string;
  readonly choices: readonly Choice[];
}
interface Choice {
  readonly title: string;
  readonly value: string;
}

export const evidenceSortCard = defineCard('nomination.evidence-sort', (t, view: EvidenceSortView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      view.hasRows && notice('emphasis', [text(t.got), text(t.warning, bold, close)]),
      view.hasRefused &&
        notice('attention', [text(t.refused, bold), view.refused.map((item) => text(item.text, close))]),
      view.rows.map((item) =>
        stack(
          [
            titled(item.name, item.about),
            listInput(item.input, asked(t, 'criterion'), {
              choices: item.choices.map((inner) => ({ title: inner.title, value: inner.value })),
              placeholder: t.choose,
            }),
          ],
          close,
          ruled,
        ),
      ),
      view.hasMore && text(view.more, note),
    ],
    actions: [
      view.hasRows && act(t.save, 'evidence.sort', { round, candidate, files: view.files }, primary),
      act(t.later, 'evidence.list', { round, candidate }, bare),
    ],
  };
});

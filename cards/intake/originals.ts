import {
  act,
  asked,
  bare,
  type Choice,
  choiceInput,
  defineCard,
  header,
  note,
  primary,
  readFirst,
  text,
  textInput,
  tight,
} from '../kit/kit.ts';

export interface OriginalsView {
  readonly round: string;
  readonly roundName: string;
  readonly isEmpty: boolean;
  readonly dossiers: readonly Choice[];
  /** Ids of the dossiers ticked, separated by commas. */
  readonly chosen: string;
  readonly receivedOn: string;
  /** That the list goes on when these are recorded; empty when it does not. */
  readonly more: string;
}

export const originalsCard = defineCard('intake.originals', (t, view: OriginalsView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.roundName, note, tight),
      text(view.isEmpty ? t.none : t.text),
      !view.isEmpty &&
        textInput('receivedOn', asked(t, 'receivedOn'), {
          value: view.receivedOn,
          maxLength: 10,
          placeholder: t.receivedOnHint,
        }),
      !view.isEmpty &&
        choiceInput('dossiers', asked(t, 'dossiers'), {
          choices: view.dossiers,
          value: view.chosen,
          isMultiSelect: true,
        }),
      view.more !== '' && text(view.more, note),
    ],
    actions: [
      !view.isEmpty && act(t.send, 'intake.originals', { round, send: 'yes', ...readFirst }, primary),
      act(t.back, 'intake.queue', { round }, bare),
    ],
  };
});

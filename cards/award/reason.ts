import {
  act,
  bare,
  bold,
  close,
  type Data,
  defineCard,
  destructive,
  header,
  medium,
  note,
  primary,
  subtle,
  text,
  textInput,
  tight,
} from '../kit/kit.ts';

export interface ReasonView {
  readonly heading: string;
  readonly name: string;
  readonly about: string;
  readonly explain: string;
  readonly label: string;
  readonly button: string;
  /** It takes something from a person. */
  readonly isDestructive: boolean;
  readonly verb: string;
  readonly data: Data;
  readonly reason: string;
  readonly backVerb: string;
  readonly backData: Data;
}

/** A reason, for whatever is done next with one dossier; it says what follows. */
export const reasonCard = defineCard('award.reason', (t, view: ReasonView) => ({
  body: [
    header({ eyebrow: t.eyebrow, heading: view.heading }),
    text(view.name, medium, bold),
    text(view.about, subtle, tight),
    text(view.explain, note, close),
    textInput(
      'reason',
      { label: view.label, errorMessage: t.reasonError },
      { value: view.reason, maxLength: 1000, isMultiline: true },
    ),
  ],
  actions: [
    act(view.button, view.verb, view.data, view.isDestructive ? destructive : primary),
    act(t.back, view.backVerb, view.backData, bare),
  ],
}));

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
  medium,
  note,
  primary,
  subtle,
  text,
  textInput,
  tight,
} from '../kit/kit.ts';
import { type PaperForm, paperInputs } from '../paper-form.ts';

export interface ReplyView extends PaperForm {
  readonly nomination: string;
  readonly name: string;
  readonly about: string;
  readonly reason: string;
  readonly round: string;
  readonly rev: number;
  /** Which level answers, and those that may: empty when there is but one above the unit's own. */
  readonly level: string;
  readonly levels: readonly Choice[];
  /** What would be given. */
  readonly award: string;
  readonly authority: string;
  /** With which paper it was sent; empty for one that was sent before papers were recorded. */
  readonly submitted: string;
  readonly result: string;
}

export const replyCard = defineCard('award.reply', (t, view: ReplyView) => ({
  body: [
    header(t),
    text(view.name, medium, bold),
    text(view.about, subtle, tight),
    text(view.authority, close),
    view.submitted !== '' && text(view.submitted, note, tight),
    choiceInput('result', asked(t, 'result'), {
      choices: [
        { title: t.awarded, value: 'awarded' },
        { title: t.declined, value: 'declined' },
      ],
      value: view.result,
    }),
    view.levels.length > 0 && choiceInput('level', asked(t, 'level'), { choices: view.levels, value: view.level }),
    paperInputs(t, view),
    textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
  ],
  actions: [
    act(t.save, 'decide.answer', { nomination: view.nomination, rev: view.rev }, primary),
    act(t.back, 'decide.waiting', { round: view.round }, bare),
  ],
}));

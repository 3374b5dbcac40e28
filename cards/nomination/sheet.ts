import { type StepView, stepNotice } from '../dossier-step.ts';
import {
  act,
  asked,
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
  textInput,
  tight,
  titled,
} from '../kit/kit.ts';
import { type NoteView, noteBox } from './note.ts';

export interface SheetView extends NoteView {
  readonly round: string;
  readonly candidate: string;
  readonly roundName: string;
  readonly name: string;
  readonly department: string;
  readonly step: StepView;
  /** That it is entered from a signed paper, and by whom. */
  readonly paper: string;
  readonly deadline: string;
  readonly rows: readonly SheetRow[];
  readonly level: string;
  readonly levels: readonly Choice[];
  /** Whoever has said not to ask only writes on. */
  readonly asks: boolean;
  readonly isReturned: boolean;
  readonly maxWords: number;
  readonly maxReason: number;
}
export interface SheetRow {
  readonly criterion: string;
  readonly name: string;
  readonly text: string;
  readonly base: string;
  readonly rating: string;
  readonly ratings: readonly Choice[];
  readonly words: string;
  readonly reason: string;
  readonly asksReason: boolean;
  readonly evidence: string;
  /** What is stored, when it was saved elsewhere since the form was opened. */
  readonly elsewhere: { readonly rating: string; readonly text: string; readonly by: string } | null;
}

/** More may be pasted than is taken: the refusal says by how much it is too long, and keeps what was typed. */
const maxLength = 5_000;

/** All criteria of a person on one card, with what the person asks for: one click away from looking through it and sending. */
export const sheetCard = defineCard('nomination.sheet', (t, view: SheetView) => {
  const { round, candidate } = view;
  const bases = Object.fromEntries(view.rows.map((item) => [`base-${item.criterion}`, item.base]));
  const save = (goTo: string) => ({ round, candidate, ...bases, goTo });
  return {
    body: [
      header(t),
      titled(view.name, view.department),
      noteBox(view),
      view.paper !== '' && text(view.paper, note),
      stepNotice(view.step, view.deadline),
      view.rows.map((item) => {
        const named = (label: string) => `${item.criterion} – ${label}`;
        const { rating, words, reason } = {
          rating: asked(t, 'rating'),
          words: asked(t, 'words'),
          reason: asked(t, 'reason'),
        };
        return stack(
          [
            text(`${item.criterion}. ${item.name}`, bold),
            text(item.text, note, tight),
            item.elsewhere !== null &&
              notice('attention', [
                titled(t.elsewhere, item.elsewhere.by),
                text(item.elsewhere.rating, bold, close),
                text(item.elsewhere.text, tight),
              ]),
            choiceInput(
              `rating-${item.criterion}`,
              { ...rating, label: named(rating.label) },
              {
                choices: item.ratings,
                value: item.rating,
              },
            ),
            textInput(
              `words-${item.criterion}`,
              { ...words, label: named(words.label) },
              {
                value: item.words,
                maxLength,
                isMultiline: true,
                placeholder: t.wordsHint,
              },
            ),
            item.asksReason &&
              textInput(
                `reason-${item.criterion}`,
                { ...reason, label: named(reason.label) },
                {
                  value: item.reason,
                  maxLength,
                  isMultiline: true,
                  placeholder: t.reasonHint,
                },
              ),
            text(item.evidence, note),
          ],
          ruled,
        );
      }),
      text(t.evidenceHow, note, ruled),
      view.asks && listInput('level', asked(t, 'level'), { choices: view.levels, value: view.level }),
    ],
    actions: [
      view.asks && act(view.isReturned ? t.resend : t.send, 'assess.sheet', save('send'), primary),
      act(t.save, 'assess.sheet', save('overview'), ...(view.asks ? [] : [primary])),
      act(t.evidence, 'assess.sheet', save('evidence')),
      view.asks && !view.isReturned && act(t.decline, 'assess.sheet', save('decline')),
    ],
  };
});

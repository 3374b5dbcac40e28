import { type GroundsView, groundsPart } from '../grounds.ts';
import { act, bare, bold, defineCard, header, primary, text } from '../kit/kit.ts';
import { type PaperForm, paperInputs } from '../paper-form.ts';

export interface SubmissionView extends PaperForm, GroundsView {
  readonly submission: string;
  readonly round: string;
  readonly rev: number;
  readonly what: string;
}

/** Number and date of the paper that went to the parent department, to be corrected. */
export const submissionCard = defineCard('award.submission', (t, view: SubmissionView) => ({
  body: [header(t), text(view.what, bold), groundsPart(view), paperInputs(t, view)],
  actions: [
    act(t.save, 'decide.submission', { submission: view.submission, rev: view.rev }, primary),
    act(t.back, 'decide.waiting', { round: view.round }, bare),
  ],
}));

import { bold, defineCard, header, notice, text } from '../kit/kit.ts';
import { answers, type CallView, callBody } from './call.ts';

export interface InviteView extends CallView {
  /** Empty before the reader has answered. */
  readonly answer: string;
  readonly answerText: string;
}

export const inviteCard = defineCard('calls.invite', (t, view: InviteView) => ({
  body: [
    header(t),
    view.closed !== '' && notice('warning', [text(view.closed)]),
    view.answer !== '' && notice('good', [text(view.answerText, bold)]),
    callBody(t, view),
    view.closed === '' && answers(t, view.call, view.answer),
  ],
}));

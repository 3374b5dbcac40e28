import { bold, defineCard, header, notice, text } from '../kit/kit.ts';
import { answers, type CallView, callBody } from './call.ts';

export interface InviteView extends CallView {
  readonly answered: boolean;
  readonly answerText: string;
}

export const inviteCard = defineCard('calls.invite', (t, view: InviteView) => ({
  body: [
    header(t),
    view.closed !== '' && notice('warning', [text(view.closed)]),
    view.answered && notice('good', [text(view.answerText, bold)]),
    callBody(t, view),
    view.closed === '' && answers(t, view.call),
  ],
}));

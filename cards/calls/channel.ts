import { bold, defineCard, header, notice, refreshed, text } from '../kit/kit.ts';
import { answers, type CallView, type Count, callBody, countsRow } from './call.ts';

export interface ChannelView extends CallView {
  readonly counts: readonly Count[];
  /** Of the one who reads it; empty on the card that all share, and for whoever has not answered. */
  readonly answer: string;
  readonly answerText: string;
  /** Whose clients ask for their own by themselves. */
  readonly userIds: readonly string[];
}

export const channelCard = defineCard('calls.channel', (t, view: ChannelView) => ({
  body: [
    header(t),
    view.closed !== '' && notice('warning', [text(view.closed)]),
    view.answer !== '' && notice('good', [text(view.answerText, bold)]),
    callBody(t, view),
    countsRow(view.counts),
    view.closed === '' && answers(t, view.call, view.answer),
  ],
  refresh: refreshed(t.own, 'call.own', { call: view.call }, view.userIds),
}));

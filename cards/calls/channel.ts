import { defineCard, header, notice, text } from '../kit/kit.ts';
import { answers, type CallView, type Count, callBody, countsRow } from './call.ts';

export interface ChannelView extends CallView {
  readonly counts: readonly Count[];
}

export const channelCard = defineCard('calls.channel', (t, view: ChannelView) => ({
  body: [
    header(t),
    view.closed !== '' && notice('warning', [text(view.closed)]),
    callBody(t, view),
    countsRow(view.counts),
    view.closed === '' && answers(t, view.call),
  ],
}));

import { act, defineCard, header, note, notice, text } from '../kit/kit.ts';
import { type CallView, type Count, callBody, countsRow } from './call.ts';

export interface ShowView extends CallView {
  readonly counts: readonly Count[];
  readonly sentText: string;
}

export const showCard = defineCard('calls.show', (t, view: ShowView) => {
  const { call } = view;
  return {
    body: [
      header(t),
      view.closed !== '' && notice('warning', [text(view.closed)]),
      callBody(t, view),
      countsRow(view.counts),
      text(view.sentText, note),
    ],
    actions: [
      act(t.people, 'call.people', { call, answer: 'yes', page: '1' }),
      view.closed === '' && act(t.close, 'call.close', { call }),
      act(t.mine, 'call.mine'),
    ],
  };
});

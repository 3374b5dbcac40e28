import { act, close, defineCard, destructive, header, note, stack, text, tight } from '../kit/kit.ts';

export interface LaunchCancelView {
  readonly document: string;
  readonly sent: string;
  readonly untilLine: string;
  /** Rounds that the launch told of as open. */
  readonly stays: readonly string[];
  readonly launch: string;
}

export const launchCancelCard = defineCard('campaign.launch-cancel', (t, view: LaunchCancelView) => ({
  body: [
    header(t),
    stack([text(t.documentLabel, note, tight), text(view.document, tight)], close),
    stack([text(t.sentLabel, note, tight), text(view.sent, tight)], close),
    text(t.what),
    view.stays.length > 0 &&
      stack([text(t.staysLabel, note, tight), view.stays.map((line) => text(line, tight)), text(t.stays)], close),
    text(view.untilLine, note),
  ],
  actions: [
    act(t.cancel, 'announce.cancel', { launch: view.launch, confirm: 'yes' }, destructive),
    act(t.back, 'announce.show', { page: '0' }),
  ],
}));

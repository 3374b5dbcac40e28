import { close, defineCard, header, note, stack, text, tight } from '../kit/kit.ts';

export interface ChannelBoundView {
  readonly purposeName: string;
  readonly channelName: string;
  readonly what: string;
}

export const channelBoundCard = defineCard('campaign.channel-bound', (t, view: ChannelBoundView) => ({
  body: [
    header(t),
    stack([text(t.purposeLabel, note, tight), text(view.purposeName, tight)], close),
    stack([text(t.channelLabel, note, tight), text(view.channelName, tight)], close),
    text(view.what),
    text(t.rebind, note),
  ],
  actions: [],
}));

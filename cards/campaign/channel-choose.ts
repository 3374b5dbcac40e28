import { act, close, defineCard, header, note, ruled, stack, text, tight, titled } from '../kit/kit.ts';

export interface ChannelChooseView {
  readonly choices: readonly Choice[];
}
interface Choice {
  readonly purpose: string;
  readonly title: string;
  readonly what: string;
  readonly state: string;
  readonly bind: string;
}

export const channelChooseCard = defineCard('campaign.channel-choose', (t, view: ChannelChooseView) => ({
  body: [
    header(t),
    text(t.how),
    view.choices.map((item) => stack([titled(item.title, item.what), text(item.state, note, tight)], close, ruled)),
  ],
  actions: [view.choices.map((item) => act(item.bind, 'channel.bind', { purpose: item.purpose }))],
}));

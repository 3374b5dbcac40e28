import { act, apart, bold, defineCard, header, notice, type Tone, text } from '../kit/kit.ts';

export interface NoticeView {
  readonly roundName: string;
  readonly heading: string;
  readonly tone: Tone;
  readonly notices: readonly Notice[];
}
interface Notice {
  readonly text: string;
  readonly tone: Tone;
}

export const noticeCard = defineCard('award.notice', (t, view: NoticeView) => ({
  body: [
    header({ eyebrow: t.eyebrow, heading: view.heading }),
    text(view.roundName, bold),
    view.notices.map((item) => notice(item.tone, [text(item.text)], apart)),
  ],
  actions: [act(t.results, 'results.show')],
}));

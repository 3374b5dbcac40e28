import { apart, bold, close, defineCard, header, note, notice, ruled, stack, text } from '../kit/kit.ts';

export interface AnnouncementView {
  readonly unitName: string;
  readonly roundName: string;
  readonly intro: string;
  /** By which decisions the list was amended since; empty for one that stands as it was published. */
  readonly amended: string;
  readonly groups: readonly Group[];
  readonly part: string;
  readonly rest: string;
  readonly congratulation: string;
}
interface Group {
  readonly heading: string;
  readonly names: readonly Name[];
}
interface Name {
  readonly text: string;
}

export const announcementCard = defineCard('award.announcement', (t, view: AnnouncementView) => ({
  body: [
    header(t),
    text(view.roundName, bold),
    view.amended !== '' && notice('warning', [text(view.amended, bold)]),
    text(view.intro),
    view.groups.map((item) =>
      stack([text(item.heading, bold), item.names.map((inner) => text(inner.text, close))], apart, ruled),
    ),
    view.rest !== '' && text(view.rest),
    view.congratulation !== '' && text(view.congratulation, bold),
    view.part !== '' && text(view.part, note),
  ],
  actions: [],
}));

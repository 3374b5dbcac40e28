import { bold, close, defineCard, header, note, stack, text, tight } from '../kit/kit.ts';

export interface LaunchRecordView {
  readonly unitName: string;
  readonly movement: string;
  readonly document: string;
  readonly launchedAt: string;
  readonly people: string;
  /** Rounds that the launch told of as open. */
  readonly open: readonly string[];
}

export const launchRecordCard = defineCard('campaign.launch-record', (t, view: LaunchRecordView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: t.heading }),
    text(view.movement, bold),
    stack([text(t.documentLabel, note, tight), text(view.document, tight)], close),
    stack([text(t.whenLabel, note, tight), text(view.launchedAt, tight)], close),
    stack([text(t.audienceLabel, note, tight), text(view.people, tight)], close),
    view.open.length > 0 && stack([text(t.openLabel, note, tight), view.open.map((line) => text(line, tight))], close),
    text(t.note, note),
  ],
  actions: [],
}));

import {
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  medium,
  narrow,
  note,
  primary,
  right,
  row,
  ruled,
  small,
  type Tone,
  text,
  toned,
  wide,
} from '../kit/kit.ts';

export interface PlanSectionView {
  readonly position: string;
  readonly blocks: readonly Block[];
  readonly hasPrevious: boolean;
  readonly previousSection: string;
  readonly previousPage: string;
  readonly hasNext: boolean;
  readonly nextSection: string;
  readonly nextPage: string;
  readonly launch: string;
  readonly mayAcknowledge: boolean;
}
interface Block {
  readonly label: string;
  readonly text: string;
  readonly note: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly isSection: boolean;
  readonly hasLabel: boolean;
  readonly hasText: boolean;
  readonly hasNote: boolean;
  readonly hasChip: boolean;
}

const state = (item: Block) => narrow([text(item.chip, small, bold, toned(item.tone), right)]);

export const planSectionCard = defineCard('campaign.plan-section', (t, view: PlanSectionView) => ({
  body: [
    header({ eyebrow: view.position, heading: t.heading }),
    view.blocks.flatMap((item) => [
      item.isSection && text(item.label, medium, bold, accent, apart, ruled),
      item.hasLabel &&
        !item.isSection &&
        (item.hasChip ? row([wide([text(item.label, bold)]), state(item)]) : text(item.label, bold)),
      item.hasText &&
        (item.hasChip && !item.hasLabel ? row([wide([text(item.text)]), state(item)]) : text(item.text, close)),
      item.hasNote && text(item.note, note, close),
    ]),
  ],
  actions: [
    view.mayAcknowledge && act(t.acknowledge, 'announce.acknowledge', { launch: view.launch }, primary),
    view.hasNext && act(t.next, 'plan.section', { section: view.nextSection, page: view.nextPage }),
    view.hasPrevious && act(t.previous, 'plan.section', { section: view.previousSection, page: view.previousPage }),
    act(t.contents, 'plan.show'),
  ],
}));

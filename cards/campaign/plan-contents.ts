import {
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  notice,
  opens,
  primary,
  row,
  ruled,
  text,
  wide,
} from '../kit/kit.ts';

export interface PlanContentsView {
  readonly movement: string;
  readonly document: string;
  readonly read: boolean;
  readonly readLine: string;
  readonly sections: readonly Section[];
  readonly launch: string;
  readonly mayAcknowledge: boolean;
}
interface Section {
  readonly section: string;
  readonly page: string;
  readonly title: string;
}

export const planContentsCard = defineCard('campaign.plan-contents', (t, view: PlanContentsView) => ({
  body: [
    header(t),
    text(view.movement, bold),
    text(view.document, close),
    view.read && notice('good', [text(view.readLine)], close),
    view.sections.map((item) =>
      row(
        [wide([text(item.title, bold, accent)])],
        close,
        ruled,
        opens(act(item.title, 'plan.section', { section: item.section, page: item.page })),
      ),
    ),
  ],
  actions: [
    view.mayAcknowledge && act(t.acknowledge, 'announce.acknowledge', { launch: view.launch }, primary),
    act(t.start, 'plan.section', { section: 'text', page: '1' }),
  ],
}));

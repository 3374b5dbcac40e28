import { act, apart, bold, close, column, defineCard, header, notice, primary, row, text, wide } from '../kit/kit.ts';

export interface LaunchedView {
  readonly unitName: string;
  readonly greeting: string;
  readonly intro: string;
  readonly ask: string;
  readonly duties: readonly Duty[];
  readonly read: boolean;
  readonly readLine: string;
  readonly mayAcknowledge: boolean;
  readonly launch: string;
  readonly asOf: string;
  /** Before a round is open there is nothing to assess, to review or to follow. */
  readonly hasRound: boolean;
  readonly isHead: boolean;
  readonly isLeader: boolean;
}
interface Duty {
  readonly mark: string;
  readonly text: string;
}

export const launchedCard = defineCard('campaign.launched', (t, view: LaunchedView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: t.heading }),
    text(view.greeting, close),
    text(view.intro),
    text(view.ask),
    view.duties.map((item) => row([column('28px', [text(item.mark, bold)]), wide([text(item.text)])], close)),
    view.read && notice('good', [text(view.readLine)], apart),
  ],
  actions: [
    act(t.plan, 'plan.show'),
    view.mayAcknowledge &&
      act(t.acknowledge, 'announce.acknowledge', { launch: view.launch, asOf: view.asOf }, primary),
    view.hasRound && view.isHead && act(t.review, 'command.run', { command: 'review' }),
    view.hasRound && view.isLeader && act(t.progress, 'command.run', { command: 'progress' }),
    view.hasRound && act(t.assess, 'command.run', { command: 'assess' }),
  ],
}));

import {
  act,
  apart,
  bold,
  close,
  column,
  defineCard,
  header,
  notice,
  primary,
  row,
  type Tone,
  text,
  wide,
} from '../kit/kit.ts';

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
  /** Of the rounds that are open, and were when it was sent: until when dossiers are taken. */
  readonly deadlines: readonly { readonly line: string; readonly tone: Tone }[];
  /** Before a round was opened there is nothing to review or to follow. */
  readonly hasRound: boolean;
  /** A round is open now. */
  readonly canAssess: boolean;
  readonly isHead: boolean;
  readonly isLeader: boolean;
}
interface Duty {
  readonly mark: string;
  readonly text: string;
}

export const launchedCard = defineCard('campaign.launched', (t, view: LaunchedView) => {
  // With the launch of an open round the next step is one's own dossier; without one it is to read.
  const isOpen = view.deadlines.length > 0 && view.canAssess;
  const assess = act(t.assess, 'command.run', { command: 'assess' }, ...(isOpen ? [primary] : []));
  return {
    body: [
      header({ eyebrow: view.unitName, heading: view.deadlines.length > 0 ? t.headingOpen : t.heading }),
      text(view.greeting, close),
      text(view.intro),
      text(view.ask),
      view.duties.map((item) => row([column('28px', [text(item.mark, bold)]), wide([text(item.text)])], close)),
      view.deadlines.map((item) => notice(item.tone, [text(item.line, bold)], apart)),
      view.read && notice('good', [text(view.readLine)], apart),
    ],
    actions: [
      isOpen && assess,
      act(t.plan, 'plan.show'),
      view.mayAcknowledge &&
        act(
          t.acknowledge,
          'announce.acknowledge',
          { launch: view.launch, asOf: view.asOf },
          ...(isOpen ? [] : [primary]),
        ),
      view.hasRound && view.isHead && act(t.review, 'command.run', { command: 'review' }),
      view.hasRound && view.isLeader && act(t.progress, 'command.run', { command: 'progress' }),
      !isOpen && view.canAssess && assess,
    ],
  };
});

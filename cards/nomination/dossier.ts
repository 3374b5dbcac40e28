import {
  act,
  apart,
  bold,
  close,
  defineCard,
  destructive,
  header,
  label,
  middle,
  narrow,
  note,
  notice,
  pair,
  primary,
  row,
  ruled,
  small,
  stack,
  state,
  type Tone,
  text,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';

export interface DossierView {
  readonly round: string;
  readonly candidate: string;
  readonly code: string;
  readonly roundName: string;
  readonly name: string;
  readonly department: string;
  readonly state: string;
  readonly stateTone: Tone;
  readonly note: string;
  readonly hasNote: boolean;
  readonly noteTone: Tone;
  readonly parts: readonly Part[];
  readonly timeline: readonly Line[];
  readonly hasTimeline: boolean;
  readonly canSubmit: boolean;
  readonly canResubmit: boolean;
  readonly canAsk: boolean;
  readonly canChangeLevel: boolean;
  readonly canWrite: boolean;
  readonly canRead: boolean;
  readonly canWithdraw: boolean;
  readonly canReopen: boolean;
  readonly rev: string;
}
interface Line {
  readonly label: string;
  readonly text: string;
}
interface Part {
  readonly label: string;
  readonly text: string;
  readonly state: string;
  readonly tone: Tone;
}

export const dossierCard = defineCard('nomination.dossier', (t, view: DossierView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      stack(
        [
          text(view.name, bold, close),
          text(view.department, note, tight),
          label(view.state, small, bold, toned(view.stateTone), tight),
        ],
        close,
      ),
      view.hasNote && notice(view.noteTone, [text(view.note)]),
      view.parts.map((item) =>
        stack(
          [
            row([
              wide([text(item.label, bold), text(item.text, tight)]),
              narrow([state(item.state, item.tone)], middle),
            ]),
          ],
          close,
          ruled,
        ),
      ),
      view.hasTimeline &&
        stack(
          [text(t.timeline, bold), view.timeline.map((item) => pair(text(item.label, note), item.text))],
          apart,
          ruled,
        ),
    ],
    actions: [
      view.canSubmit && act(t.submit, 'nomination.submit', { round, candidate }, primary),
      view.canResubmit && act(t.resubmit, 'nomination.submit', { round, candidate }, primary),
      view.canAsk && act(t.ask, 'nomination.request', { round, candidate }),
      view.canReopen && act(t.reopen, 'nomination.reopen', { round, candidate, rev: view.rev }, primary),
      view.canWrite && act(t.assess, 'assess.open', { round, candidate }),
      view.canChangeLevel && act(t.changeLevel, 'nomination.request', { round, candidate }),
      act(t.evidence, 'evidence.list', { round, candidate }),
      view.canRead && act(t.read, 'dossier.read', { round, candidate }),
      view.canWithdraw && act(t.withdraw, 'nomination.withdraw', { round, candidate }, destructive),
    ],
  };
});

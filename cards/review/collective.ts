import { type StepView, stepButton, stepNotice } from '../dossier-step.ts';
import {
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  label,
  middle,
  narrow,
  note,
  opens,
  progressBar,
  right,
  row,
  ruled,
  small,
  stack,
  stateColumn,
  type Tone,
  text,
  tight,
  titled,
  wide,
} from '../kit/kit.ts';

export interface CollectiveView {
  readonly round: string;
  readonly candidate: string;
  readonly roundName: string;
  readonly department: string;
  readonly deadline: string;
  readonly step: StepView;
  readonly chip: string;
  readonly tone: Tone;
  readonly hasMeeting: boolean;
  /** Until the round closes; what was recorded is read afterwards, too. */
  readonly canRecordMeeting: boolean;
  readonly meetingLine: string;
  readonly hasMeetingNotes: boolean;
  readonly meetingNotes: string;
  readonly sentLine: string;
  readonly done: number;
  readonly left: number;
  readonly counts: readonly Fact[];
  readonly isHead: boolean;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const collectiveCard = defineCard('review.collective', (t, view: CollectiveView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      row([wide([titled(view.department, view.deadline)]), stateColumn(view.chip, view.tone, middle)], close),
      stepNotice(view.step),
      view.hasMeeting &&
        stack(
          [
            text(t.meeting, bold, view.canRecordMeeting && accent),
            text(view.meetingLine, small, tight),
            view.hasMeetingNotes && text(view.meetingNotes, note, close),
          ],
          apart,
          ruled,
          view.canRecordMeeting && opens(act(t.meeting, 'meeting.record', { round })),
        ),
      stack(
        [
          text(t.people, bold),
          text(view.sentLine, small, tight),
          progressBar({ done: view.done, rest: view.left }),
          stack(
            [
              view.counts.map((item) =>
                row([wide([label(item.label, note)]), narrow([text(item.value, small, bold, right)])], close),
              ),
            ],
            close,
          ),
        ],
        apart,
        ruled,
      ),
    ],
    actions: [
      stepButton(view.step),
      act(t.evidence, 'evidence.list', { round, candidate }),
      act(t.dossier, 'dossier.show', { round, candidate }),
      view.canRecordMeeting && view.step.verb !== 'meeting.record' && act(t.minutes, 'meeting.record', { round }),
      act(t.members, 'collective.members', { round }),
      view.isHead && act(t.queue, 'review.queue', { round }),
    ],
  };
});

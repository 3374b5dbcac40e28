import {
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  fact,
  label,
  large,
  note,
  notice,
  opens,
  primary,
  readFirst,
  row,
  ruled,
  run,
  small,
  stack,
  stateColumn,
  type Tone,
  text,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';

export interface OpenView extends DossierView {
  readonly round: string;
  readonly candidate: string;
  readonly code: string;
  readonly title: string;
  readonly hasTitle: boolean;
  readonly state: string;
  readonly tone: Tone;
  readonly level: string;
  /** Empty as long as it was not sent. */
  readonly sentAt: string;
  /** That it comes from a signed paper, and who entered it. */
  readonly paper: string;
  /** Why it stands still; empty when it does not. */
  readonly remark: string;
  readonly hasRemark: boolean;
  readonly checks: readonly Check[];
  readonly parts: readonly Part[];
  readonly note: string;
  readonly hasNote: boolean;
  /** It is sent: it has a summary to be worded, and can be written in Word. */
  readonly hasReport: boolean;
  readonly isOwn: boolean;
  readonly canAccept: boolean;
  readonly canReturn: boolean;
  readonly canRecord: boolean;
  readonly canHold: boolean;
  readonly canResume: boolean;
}
interface Check {
  readonly name: string;
  readonly text: string;
  readonly result: string;
  readonly tone: Tone;
}
interface Part {
  readonly criterion: string;
  readonly name: string;
  readonly rating: string;
  readonly tone: Tone;
  readonly evidenceCount: string;
}

export const openCard = defineCard('intake.open', (t, view: OpenView) => {
  const { nomination, rev, round, candidate } = view;
  return {
    body: [
      label(t.eyebrow, small, bold, accent, tight),
      text(view.name, large, bold, tight),
      view.hasTitle && text(view.title, note, tight),
      text(view.departmentName, note, tight),
      text(view.state, small, bold, toned(view.tone), tight),
      fact(label(t.code, note), view.code),
      fact(label(t.level, note), view.level),
      view.sentAt !== '' && fact(label(t.sentAt, note), view.sentAt),
      view.paper !== '' && text(view.paper, note),
      view.hasRemark && notice('warning', [text(view.remark)]),
      view.isOwn && notice('warning', [text(t.own)]),
      label(t.checks, bold, apart, ruled),
      view.checks.map(check),
      label(t.parts, bold, apart, ruled),
      view.parts.map(part),
      view.hasReport &&
        stack(
          [label(t.summary, small, bold, accent)],
          ruled,
          opens(act(t.summarise, 'intake.summarise', { nomination, rev })),
        ),
      view.hasNote && stack([text(view.note, note, tight)], ruled, apart),
    ],
    actions: [
      view.canAccept && act(t.accept, 'intake.accept', { nomination, rev, goOn: 'yes', ...readFirst }, primary),
      view.canReturn && act(t.return, 'intake.return', { nomination, rev }),
      act(t.read, 'dossier.show', { round, candidate }),
      view.canRecord && act(t.original, 'intake.original', { nomination, rev }),
      view.canHold && act(t.hold, 'intake.hold', { nomination, rev }),
      view.canResume && act(t.resume, 'intake.resume', { nomination, rev }),
      act(t.back, 'intake.queue', { round }),
    ],
  };
});

const check = (check: Check) =>
  row(
    [wide([text(check.name, bold, small), text(check.text, small, tight)]), stateColumn(check.result, check.tone)],
    close,
  );

const part = ({ criterion, name, ...part }: Part) =>
  row(
    [
      wide([text([run(`${criterion}. `, bold, small), run(name, small)]), text(part.evidenceCount, note, tight)]),
      stateColumn(part.rating, part.tone),
    ],
    close,
  );

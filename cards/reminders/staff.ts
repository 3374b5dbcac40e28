import {
  accent,
  act,
  actions,
  apart,
  bold,
  close,
  defineCard,
  header,
  middle,
  narrow,
  note,
  primary,
  right,
  row,
  ruled,
  small,
  stack,
  text,
  toned,
  wide,
} from '../kit/kit.ts';

export interface StaffView {
  readonly unitName: string;
  readonly addressee: string;
  readonly you: string;
  readonly closes: string;
  readonly office: string;
  readonly asOf: string;
  readonly chip: string;
  readonly isLast: boolean;
  readonly rounds: readonly Round[];
}
interface Round {
  readonly name: string;
  readonly hasName: boolean;
  readonly deadline: string;
  readonly items: readonly Item[];
  readonly evidence: string;
  readonly isLast: boolean;
  readonly canSend: boolean;
  readonly canDecline: boolean;
  readonly offersDecline: boolean;
  readonly canStop: boolean;
  readonly round: string;
  readonly candidate: string;
}
interface Item {
  readonly item: string;
}

export const staffCard = defineCard('reminders.staff', (t, view: StaffView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: t.heading }),
    row([
      wide([text(t.asOf, note)], middle),
      narrow([
        view.isLast && text(view.chip, small, bold, toned('attention'), right),
        !view.isLast && text(view.chip, small, bold, accent, right),
      ]),
    ]),
    text(t.greeting),
    view.rounds.map((item) =>
      stack(
        [
          item.hasName && text(item.name, bold),
          text(item.deadline),
          text(t.missing, bold, close),
          item.items.map((inner) => text(`– ${inner.item}`, close)),
          text(item.evidence, note, close),
          item.offersDecline && text(t.decline),
          actions([
            item.canSend && act(t.dossier, 'dossier.show', { round: item.round }, primary),
            item.canSend && act(t.assess, 'assess.open', { round: item.round }),
            !item.canSend && act(t.assess, 'assess.open', { round: item.round }, primary),
            item.canDecline &&
              act(t.declineButton, 'nomination.decline', { round: item.round, candidate: item.candidate }),
            item.canStop && act(t.stop, 'remind.stop', { round: item.round }),
          ]),
        ],
        apart,
        ruled,
      ),
    ),
    view.isLast && text(t.reason, ruled),
  ],
}));

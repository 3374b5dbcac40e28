import {
  about,
  accent,
  act,
  actions,
  apart,
  bold,
  close,
  defineCard,
  type Execute,
  greeting,
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
    greeting(t.greeting),
    view.rounds.map((item) => {
      const named = (action: Execute): Execute => (item.hasName ? about(action, item.name) : action);
      return stack(
        [
          item.hasName && text(item.name, bold),
          text(item.deadline),
          text(t.missing, bold, close),
          item.items.map((inner) => text(`– ${inner.item}`, close)),
          text(item.evidence, note, close),
          item.offersDecline && text(t.decline),
          item.isLast && text(t.reason),
          actions([
            item.canSend && named(act(t.dossier, 'dossier.show', { round: item.round }, primary)),
            item.canSend && named(act(t.assess, 'assess.open', { round: item.round })),
            !item.canSend && named(act(t.assess, 'assess.open', { round: item.round }, primary)),
            item.canDecline &&
              named(act(t.declineButton, 'nomination.decline', { round: item.round, candidate: item.candidate })),
            item.canStop && named(act(t.stop, 'remind.stop', { round: item.round })),
          ]),
        ],
        apart,
        ruled,
      );
    }),
  ],
}));

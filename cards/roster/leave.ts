import {
  act,
  asked,
  bare,
  dateInput,
  defineCard,
  header,
  label,
  large,
  note,
  primary,
  text,
  tight,
} from '../kit/kit.ts';

export interface LeaveView {
  readonly person: string;
  readonly rev: string;
  readonly name: string;
  readonly on: string;
}

/** When somebody's last day of work is. */
export const leaveCard = defineCard('roster.leave', (t, view: LeaveView) => {
  const { person, rev } = view;
  return {
    body: [
      header(t),
      text(view.name, large, tight),
      dateInput('on', asked(t, 'on'), { value: view.on }),
      label(t.ahead, note),
    ],
    actions: [act(t.next, 'roster.depart', { person, rev }, primary), act(t.back, 'roster.person', { person }, bare)],
  };
});

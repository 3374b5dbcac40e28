/**
 * What a reminder to a person is about: the day. Waves of two rounds that are open at once owe one message, which speaks of both; whichever
 * comes second finds it owed. One sent by hand is one more, for somebody decided so.
 */
export const reminderSubject = (day: string, isByHand: boolean): string =>
  `reminder:${isByHand ? 'manual:' : ''}${day}`;

import { confirmCard } from '../../../cards/reminders/confirm.ts';
import { digestCard } from '../../../cards/reminders/digest.ts';
import { headCard } from '../../../cards/reminders/head.ts';
import { quietCard } from '../../../cards/reminders/quiet.ts';
import { remindCard } from '../../../cards/reminders/remind.ts';
import { staffCard } from '../../../cards/reminders/staff.ts';
import {
  digestScreen,
  headReminderScreen,
  quietScreen,
  remindConfirmScreen,
  remindScreen,
  staffReminderScreen,
} from '../../../src/screens/reminders/reminder-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(remindConfirmScreen, confirmCard),
  pair(digestScreen, digestCard),
  pair(headReminderScreen, headCard),
  pair(quietScreen, quietCard),
  pair(remindScreen, remindCard),
  pair(staffReminderScreen, staffCard),
];

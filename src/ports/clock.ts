import type { DateTime } from 'luxon';

/** The only source of the present. `now()` is in the plan's zone. */
export interface Clock {
  now(): DateTime;
}

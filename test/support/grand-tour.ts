import type { Card } from '../../src/ports/messenger.ts';
import type { Locale } from '../../src/ports/pages.ts';
import { accounts } from './tour/accounts.ts';
import { award } from './tour/award.ts';
import { calls } from './tour/calls.ts';
import { channelLost } from './tour/channels.ts';
import { moreTime, notOpened } from './tour/closing.ts';
import { council } from './tour/council.ts';
import { delegation } from './tour/delegation.ts';
import { collectiveWritten, dossierWritten } from './tour/dossiers.ts';
import { intake } from './tour/intake.ts';
import { beforeAnything, launched, roundOpened } from './tour/launch.ts';
import { meetingMilestone, milestones } from './tour/milestones.ts';
import { type Look, openTour, type Preview } from './tour/open-tour.ts';
import { papers } from './tour/papers.ts';
import { privacy } from './tour/privacy.ts';
import { questions } from './tour/questions.ts';
import { reminders } from './tour/reminders.ts';
import { retention } from './tour/retention.ts';
import { opinions } from './tour/review.ts';
import { roster } from './tour/roster.ts';
import { rosterUpdates } from './tour/roster-updates.ts';
import { restoring, sendings } from './tour/sendings.ts';
import { settings } from './tour/settings.ts';
import { stopping } from './tour/stopping.ts';

type Cards = ReadonlyMap<string, readonly Card[]>;
export interface Toured {
  readonly cards: Cards;
  /** Distinct views that each card was drawn from, by `<capability>/<card>`. */
  readonly views: ReadonlyMap<string, readonly object[]>;
  readonly previews: readonly Preview[];
}

/** The round from before anything to its last word, each chapter on what those before it left. */
export const chapters = [
  beforeAnything,
  launched,
  notOpened,
  roundOpened,
  questions,
  dossierWritten,
  calls,
  opinions,
  collectiveWritten,
  meetingMilestone,
  papers,
  reminders,
  intake,
  moreTime,
  milestones,
  council,
  award,
  delegation,
  channelLost,
  sendings,
  stopping,
  restoring,
  roster,
  rosterUpdates,
  accounts,
  settings,
  // It takes people away.
  privacy,
  // The last: years later.
  retention,
] as const;

const tours = new Map<Locale, Promise<Toured>>();

/**
 * One round from an empty centre to a revoked award, by commands alone; gone through once a process.
 * @returns every card that anybody was shown, by page
 */
export const grandTour = async (locale: Locale): Promise<Cards> => (await toured(locale)).cards;

/** As `grandTour`, with what the cards were drawn from. */
export function toured(locale: Locale): Promise<Toured> {
  const tour = tours.get(locale) ?? goRound(locale);
  tours.set(locale, tour);
  return tour;
}

/** As `toured`, anew, with a look at each card that is opened. */
export async function goRound(locale: Locale, look?: Look): Promise<Toured> {
  const tour = await openTour(locale, {}, look);
  for (const chapter of chapters) await chapter(tour);
  tour.office.store.close();
  const { cards, previews } = tour;
  return { cards, previews, views: new Map([...tour.views].map(([name, seen]) => [name, [...seen.values()]])) };
}

import type { Card } from '../../src/ports/messenger.ts';
import type { Locale } from '../../src/ports/pages.ts';
import { award } from './tour/award.ts';
import { calls } from './tour/calls.ts';
import { channelLost } from './tour/channels.ts';
import { moreTime, notOpened } from './tour/closing.ts';
import { council } from './tour/council.ts';
import { collectiveWritten, dossierWritten } from './tour/dossiers.ts';
import { intake } from './tour/intake.ts';
import { beforeAnything, launched, roundOpened } from './tour/launch.ts';
import { meetingMilestone, milestones } from './tour/milestones.ts';
import { openTour } from './tour/open-tour.ts';
import { questions } from './tour/questions.ts';
import { reminders } from './tour/reminders.ts';
import { opinions } from './tour/review.ts';
import { sendings } from './tour/sendings.ts';
import { stopping } from './tour/stopping.ts';

type Cards = ReadonlyMap<string, readonly Card[]>;
interface Toured {
  readonly cards: Cards;
  /** Distinct views that each card was drawn from, by `<capability>/<card>`. */
  readonly views: ReadonlyMap<string, readonly object[]>;
}

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

async function goRound(locale: Locale): Promise<Toured> {
  const tour = await openTour(locale);
  await beforeAnything(tour);
  await launched(tour);
  await notOpened(tour);
  await roundOpened(tour);
  await questions(tour);
  await dossierWritten(tour);
  await calls(tour);
  await opinions(tour);
  await collectiveWritten(tour);
  await meetingMilestone(tour);
  await reminders(tour);
  await intake(tour);
  await moreTime(tour);
  await milestones(tour);
  await council(tour);
  await award(tour);
  await channelLost(tour);
  await sendings(tour);
  await stopping(tour);
  tour.office.store.close();
  return { cards: tour.cards, views: new Map([...tour.views].map(([name, seen]) => [name, [...seen.values()]])) };
}

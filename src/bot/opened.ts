import { createHash } from 'node:crypto';
import type { Turn } from '../pipeline/turn.ts';
import { stamp } from '../ports/commit.ts';
import { put, remove } from '../ports/documents.ts';
import { type Opening, openedId, openedRecord } from '../records/opened.ts';

/** Longer than Teams delivers a click again, and than people click twice. */
const remembered = { seconds: 60 };
/** Longer than posting takes: a process that died over it has posted nothing. */
const underWay = { seconds: 15 };

/**
 * One click opens one page below the message that was clicked, though it may come twice, and to two processes: written with the turn, before
 * the page is posted. Outrun by the other, the turn is done anew and sees it.
 * @param click as `clickOf` tells it
 * @returns whether it is to be posted: false while it stands as it was opened
 */
export async function opensNow(turn: Turn, click: string): Promise<boolean> {
  const digest = digestOf(click);
  const now = turn.clock.now();
  let stands = false;
  await change(turn, (openings) => {
    const known = openings.find((each) => each.click === digest);
    stands = known !== undefined && (known.message !== null || known.at > stamp(now.minus(underWay)));
    return stands ? undefined : [...without(openings, digest), { click: digest, message: null, at: stamp(now) }];
  });
  return !stands;
}

/** @param message that now shows what the click opened; undefined when it could not be posted, and the next click is to open it */
export async function wasOpened(turn: Turn, click: string, message: string | undefined): Promise<void> {
  const digest = digestOf(click);
  const opening = message === undefined ? [] : [{ click: digest, message, at: stamp(turn.clock.now()) }];
  await change(turn, (openings) => [...without(openings, digest), ...opening]);
}

/** The message shows another page from now on: whoever clicks for the first one again does want it. */
export async function turnedOver(turn: Turn, message: string): Promise<void> {
  if (message === '') return;
  await change(turn, (openings) => {
    const others = openings.filter((each) => each.message !== message);
    return others.length === openings.length ? undefined : others;
  });
}

/** @param next what is to be remembered; undefined when that is as it was */
async function change(
  turn: Turn,
  next: (openings: readonly Opening[]) => readonly Opening[] | undefined,
): Promise<void> {
  const id = openedId(turn.by);
  const known = await turn.get(openedRecord, id);
  const since = stamp(turn.clock.now().minus(remembered));
  const openings = next(known?.data.openings.filter(({ at }) => at > since) ?? []);
  if (openings === undefined) return;
  const isOver = known !== undefined && openings.length === 0;
  const now = { person: turn.by, openings: [...openings] };
  turn.ride([isOver ? remove(known) : put(openedRecord, { ...turn.scope, id }, known, now)]);
}

const without = (openings: readonly Opening[], click: string): Opening[] =>
  openings.filter((each) => each.click !== click);

const digestOf = (click: string): string => createHash('sha256').update(click).digest('base64url');

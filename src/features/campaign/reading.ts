import type { DateTime } from 'luxon';
import { figuresIn, figuresOf, owedTo, untold } from '../../delivery/spread/figures.ts';
import { minutesLeft } from '../../domain/calendar/time-left.ts';
import { heldBackOf } from '../../model/sending/held-back.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Campaign, receiptBy, receiptRecord } from '../../records/campaign.ts';
import { type Spread, spreadRecord } from '../../records/message.ts';
import { personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** How far the launch has come with everyone; by counts alone, however many they are. */
export interface LaunchReading {
  readonly people: number;
  readonly delivered: number;
  readonly read: number;
  readonly pending: number;
  readonly doubtful: number;
  /** People whom no message reaches yet, newcomers included. */
  readonly unreachable: number;
  /** Of these: who joined after it had been everywhere. */
  readonly newcomers: number;
  readonly refused: number;
  /** Not sent, because it was cancelled or they had left. */
  readonly dropped: number;
  readonly recalled: number;
  /** Until all is sent; 0 when nothing waits, or it was cancelled, or is held back. */
  readonly minutesLeft: number;
  /** What is pending goes nowhere before the office has chosen, after a restoration. */
  readonly isHeld: boolean;
  readonly spread: Loaded<Spread>;
}

export async function readingOf(
  turn: Turn,
  campaign: Loaded<Campaign>,
  at: DateTime,
): Promise<LaunchReading | undefined> {
  const spread = await turn.get(spreadRecord, campaign.data.spreadId);
  if (spread === undefined) return undefined;
  const { data } = spread;
  const figures = await figuresOf(turn.store, spread);
  const { waiting } = figures;
  // A restoration's word that nobody more gets it goes through everyone as the message would have.
  const toCome = data.dropped ? 0 : figures.toCome;
  const dropped = figures.dropped + (figures.toCome - toCome);
  const newcomers = data.state === 'done' ? await untold(turn.store, spread, figures) : 0;
  const pending = waiting + toCome;
  const owed = owedTo(figures);
  const { isAll: isHeld } = await heldBackOf(turn, spread, waiting);
  const isGoing = pending > 0 && data.state !== 'cancelled' && !isHeld;
  const sending = {
    remaining: pending,
    done: owed - waiting,
    elapsedMs: at.toMillis() - Date.parse(data.startedAt),
  };
  return {
    people: owed + figures.toCome + newcomers,
    delivered: figures.delivered + figures.answered,
    read: await readBy(turn, receiptBy.launch(spread.id)),
    pending,
    doubtful: figures.ambiguous,
    unreachable: figures.unreachable + newcomers,
    newcomers,
    refused: figures.refused,
    dropped,
    recalled: figures.recalled,
    minutesLeft: isGoing ? minutesLeft(sending) : 0,
    isHeld,
    spread,
  };
}

export interface DepartmentReading {
  /** To whom it was owed; undefined until it has been everywhere: nobody knows before whom of them it concerns. */
  readonly people: number | undefined;
  readonly read: number;
}

/** How many of a department have read it. Newcomers, to whom it was not owed yet, are in the whole alone. */
export async function readingIn(turn: Turn, spread: Loaded<Spread>, department: string): Promise<DepartmentReading> {
  const read = await readBy(turn, receiptBy.launchIn(spread.id, department));
  if (spread.data.state === 'running') return { read, people: undefined };
  const told = owedTo(await figuresIn(turn.store, spread, department));
  return { people: Math.max(told, read), read };
}

/** People of a department by the roster, those who have left included. */
export const membersOf = (turn: Turn, department: string): Promise<number> =>
  turn.count(personRecord, personBy.department(department));

const readBy = (turn: Turn, where: { field: string; equals: string }): Promise<number> =>
  turn.count(receiptRecord, where);

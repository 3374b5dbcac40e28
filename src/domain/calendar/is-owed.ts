import { type Attendance, presenceOn } from '../people/presence.ts';
import type { PlannedWave, WaveKind } from './planned-waves.ts';

export interface RemindedPerson extends Attendance {
  /** Ids of the rounds for which the person chose "dừng nhận tin nhắc". */
  readonly quietRounds: readonly string[];
}

/** Where the reader of a wave stands in its round. */
export interface RoundProgress {
  /** Staff: everything they owe is sent; in the last afternoon: it is not the sending alone that is left. Head and office: nothing is missing and nothing waits in what they see to. */
  readonly finished: boolean;
  /** Said "không đề nghị xét". */
  readonly declined: boolean;
  /** Against the last digest or list that arrived: `first` when there was none; `again` when it came within two working days. */
  readonly since: 'first' | 'changed' | 'unchanged' | 'again';
}

/**
 * Whether a wave of this kind would say nothing, or nothing new: a reminder once nothing is left to do; a head's also when the same
 * list came within two working days; a digest whenever nothing has changed since the last, so that the last step is told once and
 * silence follows.
 */
export function isEmpty(kind: WaveKind, { finished, declined, since }: RoundProgress): boolean {
  switch (kind) {
    case 'staff':
    case 'unsent':
      return finished || declined;
    case 'head':
      return finished || since === 'again';
    case 'leaders':
      return false;
    case 'officeDigest':
    case 'headDigest':
      return since === 'first' ? finished : since !== 'changed';
  }
}

/**
 * Whether the wave has something to say to this person on the day `on`, when it goes out. Only the reminder of one's own dossier can be
 * stopped by choice: a head who is not to be considered, or wants no more reminders, still has a department to lead, and digests are work
 * of the office.
 */
export function isOwed(
  wave: Pick<PlannedWave, 'kind' | 'roundId' | 'on'>,
  person: RemindedPerson,
  progress: RoundProgress,
): boolean {
  if (presenceOn(person, wave.on) !== 'active') return false;
  if ((wave.kind === 'staff' || wave.kind === 'unsent') && person.quietRounds.includes(wave.roundId)) return false;
  return !isEmpty(wave.kind, progress);
}

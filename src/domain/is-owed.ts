import type { PlannedWave } from './planned-waves.ts';
import { type Attendance, presenceOn } from './presence.ts';

export interface RemindedPerson extends Attendance {
  /** Ids of the rounds for which the person chose "dừng nhận tin nhắc". */
  readonly quietRounds: readonly string[];
}

/** Where the person stands in the wave's round. */
export interface RoundProgress {
  /** Staff: everything they owe is sent. Head: every opinion given and the collective dossier sent. */
  readonly finished: boolean;
  /** Said "không đề nghị xét". */
  readonly declined: boolean;
}

/**
 * Whether the wave still has something to say to this person on the day `on`, when it goes out. Only the reminder of one's own dossier can
 * be stopped by choice: a head who is not to be considered, or wants no more reminders, still has a department to lead, and digests are
 * work of the office.
 */
export function isOwed(
  wave: Pick<PlannedWave, 'kind' | 'roundId' | 'on'>,
  person: RemindedPerson,
  progress: RoundProgress,
): boolean {
  if (presenceOn(person, wave.on) !== 'active') return false;
  switch (wave.kind) {
    case 'staff':
      return !progress.finished && !progress.declined && !person.quietRounds.includes(wave.roundId);
    case 'head':
      return !progress.finished;
    case 'officeDigest':
    case 'headDigest':
      return true;
  }
}

import type { Actor } from '../domain/policy/actor.ts';
import type { Attachment } from '../ports/files.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Turn } from './turn.ts';

/** The conversation a command came from. */
export interface Place {
  /** `group`: several people outside a team; nothing is done there. */
  readonly kind: 'personal' | 'channel' | 'group';
  /** Only who asked will read the answer: a chat of their own, or a click that is answered in their client alone. */
  readonly isPrivate: boolean;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly teamId: string;
  readonly channelName: string;
  readonly botId: string;
}

/** The turn of a known person whose request was authenticated. Its `at` is that activity's instant: what deadlines are measured by. */
export interface Ctx extends Turn {
  /** As the rules see the person. */
  readonly actor: Actor;
  readonly me: Loaded<Person>;
  readonly place: Place;
  /** The round that a command was typed for. */
  readonly round?: string;
  /** What came with the message. */
  readonly sent: readonly Attachment[];
}

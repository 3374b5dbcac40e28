import type { Chat } from './conversations.ts';
import type { Person } from './people.ts';

/** Who does something, and where. */
export type Origin = { person: Person; chat: Chat; threadId?: string | undefined };

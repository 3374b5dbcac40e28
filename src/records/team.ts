import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  teamId: z.string(),
  /** Empty when Teams has not told it. */
  name: z.string(),
  serviceUrl: z.string(),
  botId: z.string(),
  /** The bot is one of its members. */
  isIn: z.boolean(),
  /** Since when that is known, by Teams' own stamp. */
  at: instant,
  /** Where the next page of members begins while they are being read; empty before the first. */
  after: z.string(),
  /** Of the reading under way, or of the last: all members but bots, and those of them who are on the unit's roster. */
  members: z.number().int(),
  ours: z.number().int(),
  /** When its members were last read to the end. */
  readAt: instant.nullable(),
  /** Why the last try to read failed; empty when it did not. */
  reason: z.string(),
  failures: z.number().int(),
  /** When its members are read next; null while the bot is not in it. */
  dueAt: instant.nullable(),
});
export type Team = z.infer<typeof schema>;
/** A team that the bot is in, or was: through it members of the roster are reached who have never written to the bot. */
export const teamRecord = defineRecord<Team>({
  type: 'team',
  v: 1,
  schema,
  owed: ({ dueAt }) => (dueAt === null ? undefined : { lane: 'team', dueAt }),
});
export const teamRecordId = (teamId: string): string => `team:${teamId.replace(/[/\\?#]/g, '_')}`;

import type { DateTime } from 'luxon';
import { takeTeamEvent } from '../../../src/bot/teams.ts';
import { createTeamStep } from '../../../src/jobs/team/read-team.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, decode } from '../../../src/ports/documents.ts';
import type { Member, PostOutcome } from '../../../src/ports/messenger.ts';
import { aadKeyId, aadKeyRecord } from '../../../src/records/key.ts';
import { type Team, teamRecord, teamRecordId } from '../../../src/records/team.ts';
import { fakeMessenger } from '../fake-messenger.ts';
import { everyone, type Office, openOffice, person, scope } from '../office.ts';

export const seen = { teamId: '19:team', name: 'Trung tâm', serviceUrl: 'http://127.0.0.1/', botId: '28:bot' };
const teamEvent = (office: Office, event: 'in' | 'out' | 'changed', at: DateTime = office.now) =>
  takeTeamEvent(office.machine, office.officeOf, { event, seen, at });

/** Somebody of the cast, as a team has them. */
export const member = (key: string, more: Partial<Member> = {}): Member => ({
  userId: `29:1${key}`,
  aadObjectId: `aad-${key}`,
  isGuest: false,
  name: '',
  emails: [],
  ...more,
});

/** An office whose people Teams knows, and a team that the bot is in; nobody has written to it. */
export async function withTeam() {
  const office = await openOffice();
  for (const key of everyone)
    await office.store.commit(scope.unit, [
      create(aadKeyRecord, scope, aadKeyId(scope.tenant, `aad-${key}`), { personId: person(key) }),
    ]);
  await teamEvent(office, 'in');
  const teams = fakeMessenger();
  const held: number[] = [];
  const heard: PostOutcome['kind'][] = [];
  const lease = { left: Number.POSITIVE_INFINITY };
  const step = createTeamStep({
    machine: office.machine,
    officeOf: office.officeOf,
    messenger: teams.messenger,
    pace: { turn: async () => true, hold: (ms) => void held.push(ms) },
    lease: { remainingMs: () => lease.left },
    random: () => 0.5,
    hear: ({ kind }) => void heard.push(kind),
  });
  const due = async () => [...(await office.store.due({ lane: 'team', until: stamp(office.now), limit: 5 }))];
  return {
    office,
    teams,
    held,
    heard,
    lease,
    due,
    /** Reads one page of each team that is due. @returns what the step answered */
    async read(): Promise<unknown[]> {
      const answers: unknown[] = [];
      for (const stored of await due()) answers.push(await step(stored));
      return answers;
    },
    async team(): Promise<Team> {
      const stored = await office.store.get(scope.unit, teamRecordId(seen.teamId));
      if (stored === undefined) throw new Error('no team');
      return decode(teamRecord, stored).data;
    },
  };
}

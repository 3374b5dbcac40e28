import { create } from '../../../src/ports/documents.ts';
import { type Team, teamRecord, teamRecordId } from '../../../src/records/team.ts';
import { type Office, scope } from '../office.ts';

/** A team that the bot is in, as it stands after its members were read. */
export async function keepTeam(office: Office, teamId: string, more: Partial<Team> = {}): Promise<void> {
  const team: Team = {
    teamId,
    name: 'Trung tâm Dịch vụ việc làm tỉnh',
    serviceUrl: 'http://127.0.0.1/',
    botId: '28:bot',
    isIn: true,
    at: '2026-11-01T01:00:00.000Z',
    after: '',
    members: 61,
    ours: 58,
    readAt: '2026-11-02T00:30:05.000Z',
    reason: '',
    failures: 0,
    dueAt: '2026-11-03T00:30:00.000Z',
    ...more,
  };
  await office.store.commit(scope.unit, [create(teamRecord, scope, teamRecordId(teamId), team)]);
}

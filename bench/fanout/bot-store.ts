import path from 'node:path';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { botAccount } from '../../sandbox/server/tenant.ts';
import { openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { plannedRound } from '../../src/domain/plan/rounds.ts';
import { create, each, load } from '../../src/ports/documents.ts';
import type { Change, Store } from '../../src/ports/store.ts';
import { withStandings } from '../../src/ports/with-standings.ts';
import { addressId, addressRecord } from '../../src/records/address.ts';
import { type Campaign, campaignId, campaignRecord, planRecord } from '../../src/records/campaign.ts';
import { deliveryBy, spreadRecord } from '../../src/records/message.ts';
import { personRecord } from '../../src/records/person.ts';
import type { Scope } from '../../src/records/record.ts';

const round = 'annual-2026';
const atOnce = 90;

const databaseIn = (folder: string): string => path.join(folder, 'thidua.db');
/** As the bot opens it. */
export const openBotStore = (folder: string): Store => withStandings(openSqliteStore({ path: databaseIn(folder) }));

/**
 * What a bot in use has: a way to each person, as it keeps from their first message, and this year's round, so that people can assess
 * themselves. Written into the store of a bot that is not running: the welcome and the round's announcement are not what is measured.
 * @returns the chat of each person by the person's id
 */
export async function settleIn(store: Store, { scope, plan, sandbox }: Settling): Promise<Map<string, string>> {
  const at = sandbox.clock.now().toUTC().toISO() ?? '';
  const byAccount = new Map(sandbox.people.map((person) => [person.aadObjectId, person]));
  const chats = new Map<string, string>();
  let changes: Change[] = [];
  const write = async () => {
    await store.commit(scope.unit, changes);
    changes = [];
  };
  for await (const { id, data } of each(store, { unit: scope.unit, type: personRecord })) {
    const person = byAccount.get(data.aadObjectId);
    if (person === undefined) continue;
    chats.set(id, person.chatId);
    const address = {
      owner: id,
      conversationId: person.chatId,
      serviceUrl: sandbox.serviceUrl,
      userId: person.mri,
      botId: botAccount.id,
      teamId: '',
      channelName: '',
      reachable: 'yes' as const,
      reason: '',
      at,
    };
    changes.push(create(addressRecord, scope, addressId(id), address));
    if (changes.length === atOnce) await write();
  }
  await write();
  await openRoundIn(store, { scope, plan, at });
  return chats;
}

/** This year's round, without its announcement. */
export async function openRoundIn(store: Store, { scope, plan, at }: Opening): Promise<void> {
  for await (const { data } of each(store, { unit: scope.unit, type: planRecord }))
    await store.commit(scope.unit, [openedRound(scope, plan, { planVersion: data.version, at })]);
}

interface Opening {
  readonly scope: Scope;
  readonly plan: Plan;
  /** An instant in UTC. */
  readonly at: string;
}

interface Settling {
  readonly scope: Scope;
  readonly plan: Plan;
  readonly sandbox: Sandbox;
}

/** In its first shape, which every release reads; owes no work, so that no reminder falls into the measure. */
function openedRound(scope: Scope, plan: Plan, { planVersion, at }: { planVersion: string; at: string }): Change {
  const { id, kind, year, deadline, milestones } = plannedRound(plan, round);
  const data = {
    round: id,
    kind,
    year,
    planVersion,
    opened: { by: 'system', at },
    deadline: deadline.toUTC().toISO() ?? '',
    graceUntil: null,
    milestones,
    nextLookAt: null,
  };
  return { op: 'create', doc: { ...scope, id: `round:${id}`, type: 'round', v: 1, rev: 1, index: {}, data } };
}

export async function launchOf(store: Store, unit: string, plan: Plan): Promise<Campaign | undefined> {
  return (await load(store, unit, campaignRecord, campaignId(plan.id)))?.data;
}

/** Whether everyone was looked at and nothing of the launch waits any more. */
export async function isSettled(store: Store, unit: string, launch: string): Promise<boolean> {
  const spread = await load(store, unit, spreadRecord, launch);
  if (spread === undefined || spread.data.state === 'running') return false;
  const where = deliveryBy.outcome(launch, 'waiting');
  return (await store.count({ unit, type: 'delivery', where })) === 0;
}

/** Messages of which a bot that was killed had begun to send: what the kill left in doubt. */
export function countUnderWay(folder: string): number {
  const db = openDatabase({ path: databaseIn(folder) });
  try {
    const underWay = `SELECT count(*) AS n FROM documents
      WHERE lane IN ('send', 'sendUrgent') AND json_extract(data, '$.state') = 'sending'`;
    const [row] = db.prepare(underWay).all() as { n: number }[];
    return row?.n ?? 0;
  } finally {
    db.close();
  }
}

import assert from 'node:assert/strict';
import { type Cloud, startCloud } from './support/cloud.ts';
import { type Account, type CloudPair, openPair, type Replica } from './support/cloud-pair.ts';
import { launched } from './support/launches.ts';

const people = 60;
/** How many sends a process has under way at most. */
const atOnce = 25;
const sendMs = 2_000;

const leads = 'this process now sends';
const waits = 'another process sends';

/** What happens to the one that sends, in the middle of a launch, until the other goes on; and what is done about it then. */
interface Loss {
  readonly happens: (lost: Replica) => void;
  readonly ends: (pair: CloudPair) => Promise<void>;
}

const losses: Readonly<Record<string, Loss>> = {
  'is killed with -9': {
    happens: ({ bot }) => bot.signal('SIGKILL'),
    ends: async () => undefined,
  },
  'is stopped past its lease and goes on': {
    happens: ({ bot }) => bot.signal('SIGSTOP'),
    ends: async ({ sandbox, leader, until }) => {
      const copies = copiesIn(sandbox);
      leader.bot.signal('SIGCONT');
      await until('it knows', () => leader.bot.written().includes(waits));
      await sandbox.idle(500);
      assert.equal(copiesIn(sandbox), copies, 'it has sent once more');
    },
  },
  'is cut off from the store': {
    happens: ({ machine }) => machine.toDocuments.become('broken'),
    ends: comesBack,
  },
  'hears nothing from the store any more': {
    happens: ({ machine }) => machine.toDocuments.become('silent'),
    ends: comesBack,
  },
};

/** It asks for the lease as one among two, and has it when the other ends. */
async function comesBack({ leader, other, until }: CloudPair): Promise<void> {
  assert.match(leader.bot.written(), /lets another send and sweep/);
  leader.machine.toDocuments.become('open');
  await until('it asks again', () => leader.bot.written().includes(waits));
  other.bot.signal('SIGTERM');
  assert.equal(await other.bot.ended, 0);
  await until('it leads again', () => leader.bot.written().includes(leads));
}

/** Of those who are told, so many answer. */
const some = ({ keys }: CloudPair): string[] => keys.slice(0, 20);
const copiesIn = (sandbox: CloudPair['sandbox']): number =>
  [...sandbox.received(launched).values()].reduce((sum, copies) => sum + copies, 0);

/** Nobody is without it, and who has it twice is known. @returns those of whom the store says that it does not know */
function requireAll(accounts: readonly Account[]): Account[] {
  for (const { key, delivery, copies } of accounts) {
    assert.ok(delivery.state === 'sent', `${key}: ${delivery.state}`);
    assert.ok(copies === 1 || (copies > 1 && delivery.doubtful), `${key} has ${copies}, and it is not marked`);
  }
  return accounts.filter(({ delivery }) => delivery.doubtful);
}

async function loses(pair: CloudPair, { happens, ends }: Loss): Promise<void> {
  const { leader, other, until } = pair;
  pair.slowDown(sendMs);
  await pair.launches();
  await until('some are told, and others are about to be', () => pair.told() >= 5 && pair.underWay() >= 5);
  happens(leader);
  assert.ok(pair.told() < people, 'in the middle');
  const answered = pair.answer(some(pair));
  await until('the other goes on', () => other.bot.written().includes(leads));
  await answered;
  // The lost one comes back to nothing: earlier it could say itself what became of what it had under way, and nothing would be in doubt.
  await until('nothing is left to do', () => pair.isSettled());
  await ends(pair);
  const doubtful = requireAll(await pair.account(some(pair)));
  assert.ok(doubtful.length > 0 && doubtful.length <= atOnce, `${doubtful.length} are marked`);
}

describe('of two processes on one Cosmos DB (stand-in) and one Azurite the other goes on when the one that sends', function () {
  this.timeout(240_000);
  let cloud: Cloud;
  const pairs: CloudPair[] = [];
  const running = new Map<string, Promise<void>>();

  /** Each waits for a lease of its own, most of the time: all at once. */
  before(async () => {
    cloud = await startCloud();
    for (const [i, [what, loss]] of Object.entries(losses).entries()) {
      const pair = await openPair(cloud, `thidua-${i}`, people);
      pairs.push(pair);
      const work = loses(pair, loss);
      work.catch(() => undefined);
      running.set(what, work);
    }
    const pair = await openPair(cloud, 'thidua-account', many);
    pairs.push(pair);
    const work = losesTheAccount(pair);
    work.catch(() => undefined);
    running.set('account', work);
  });
  after(async () => {
    await Promise.all(pairs.map((pair) => pair.close()));
    await cloud?.close();
  });

  for (const what of Object.keys(losses))
    it(`${what}: nobody is left out, each answer is kept once, and who may have it twice is marked`, () =>
      running.get(what));

  it('is cut off from the account of files and lease: it ends in time what it has begun, and nobody is in doubt', () =>
    running.get('account'));
});

/** So many that they are not all told before the lease has ended. */
const many = 200;

/**
 * What it has under way takes so long, and comes without a gap, that without a margin some of it would be under way when the other takes over.
 * From one renewal on nothing more is heard of the account.
 */
async function losesTheAccount(pair: CloudPair): Promise<void> {
  const { sandbox, leader, other, until } = pair;
  pair.slowDown(7_500);
  await pair.launches();
  await until('some are told', () => pair.told() >= 5);
  await leader.machine.toAccount.answers('comp=lease');
  leader.machine.toAccount.become('silent');
  const answered = pair.answer(some(pair));
  await until('it says what is wrong', async () => (await fetch(`${leader.bot.url}/readyz`)).status === 503);
  await until('the other goes on', () => other.bot.written().includes(leads));
  assert.ok(pair.told() < many - atOnce, 'in the middle');
  sandbox.faults.clear();
  await answered;
  await until('all are told', () => pair.told() === many);
  leader.machine.toAccount.become('open');
  await until('it knows', () => leader.bot.written().includes(waits));
  await until('nothing is under way', async () =>
    (await pair.account(some(pair))).every(({ delivery }) => delivery.state === 'sent'),
  );
  assert.deepEqual(requireAll(await pair.account(some(pair))), []);
}

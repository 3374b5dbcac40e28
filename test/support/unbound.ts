import type { TurnContext } from 'botbuilder';
import { openExchange } from '../../src/bot/in-time.ts';
import { createTurn } from '../../src/bot/turn.ts';
import { createLetIn } from '../../src/jobs/accounts/let-in.ts';
import { giveKey, keysOf } from '../../src/model/people/person-keys.ts';
import { stamp } from '../../src/ports/commit.ts';
import { load } from '../../src/ports/documents.ts';
import type { Member, MemberFound } from '../../src/ports/messenger.ts';
import { type Person, personRecord } from '../../src/records/person.ts';
import { fakeMessenger } from './fake-messenger.ts';
import { dispatch, everyone, type Office, openOffice, person, scope } from './office.ts';
import { member } from './teams/reading.ts';

/** Who has no account yet on the roster: staff, and two who hold a post. */
const without = ['an', 'thao', 'adviceHead', 'director'] as const;

/** What Teams tells of an account that is this person's by its e-mail and its name. */
export const accountOf = async (office: Office, key: string, more: Partial<Member> = {}): Promise<MemberFound> => {
  const { fullName } = (await rowOf(office, key)).data;
  const emails = [`${key.toLowerCase()}@example.vn`];
  return {
    kind: 'member',
    member: member(`new-${key}`, { aadObjectId: `aad-new-${key.toLowerCase()}`, name: fullName, emails, ...more }),
  };
};

export async function rowOf(office: Office, key: string) {
  const row = await load(office.store, scope.unit, personRecord, person(key));
  if (row === undefined) throw new Error(`no ${key}`);
  return row;
}

/** An office of which some are on the roster with their e-mails alone, with the bot before it; who the sender of an activity is, Teams is asked. */
export async function unbound(people: Readonly<Record<string, Partial<Person>>> = {}) {
  const named = Object.fromEntries(without.map((key) => [key, { aadObjectId: '', ...people[key] }]));
  const office = await openOffice({ people: { ...people, ...named } });
  for (const key of everyone) {
    const { data } = await rowOf(office, key);
    await office.store.commit(
      scope.unit,
      keysOf(scope, data).map((each) => giveKey(scope, each, person(key))),
    );
  }
  const teams = fakeMessenger();
  const turn = createTurn({
    machine: office.machine,
    officeOf: office.officeOf,
    pages: office.book,
    dispatch,
    messenger: teams.messenger,
    pace: { reply: async () => undefined },
    pause: async () => undefined,
  });
  const letIn = createLetIn(office.machine, office.officeOf);
  let ids = 0;
  return {
    office,
    teams,
    /** Something is said from an account. @returns what is answered, as text of whatever is sent */
    async says(account: string, text: string, more: object = {}): Promise<string> {
      const sent: string[] = [];
      ids += 1;
      const activity = {
        ...{ type: 'message', id: `s${ids}`, channelId: 'msteams', serviceUrl: 'http://127.0.0.1/', text },
        from: { id: `29:1${account}`, aadObjectId: `aad-${account}` },
        recipient: { id: '28:bot' },
        conversation: { id: `a:${account}`, conversationType: 'personal' },
        ...more,
      };
      const sendActivity = async (out: object) => {
        sent.push(JSON.stringify(out));
        return { id: `posted${ids}` };
      };
      await turn({ activity, sendActivity } as unknown as TurnContext, openExchange());
      return sent.join('\n');
    },
    /** Whoever was confirmed is let in. */
    async runDue(): Promise<void> {
      for (const stored of await office.store.due({ lane: 'account', until: stamp(office.now), limit: 20 }))
        await letIn(stored);
      await office.runDue();
    },
  };
}

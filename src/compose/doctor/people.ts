import type { DateTime } from 'luxon';
import type { Config } from '../../config.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { isCouncilSecretary, isDirector, isHead, isOffice, leadsUnit } from '../../domain/policy/posts.ts';
import { holdingsOf, isShared } from '../../model/people/person-keys.ts';
import { list, load } from '../../ports/documents.ts';
import { addressId, addressRecord, channelOwner, channelPurpose, reachablePeople } from '../../records/address.ts';
import { installedRecord, installingId, installingRecord } from '../../records/app-install.ts';
import { departmentRecord } from '../../records/department.ts';
import { aadKeyRecord } from '../../records/key.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded, Scope } from '../../records/record.ts';
import { teamRecord } from '../../records/team.ts';
import { setupWarnings } from '../setup-warnings.ts';
import { typedCommand } from '../typed-command.ts';
import { type Finding, ok, warn } from './finding.ts';
import type { Readable } from './store.ts';

interface Centre {
  readonly config: Config;
  readonly plan: Plan;
  readonly store: Readable;
  readonly now: DateTime;
}

/** Who is known, who can be reached, and whether everybody is there whom the campaign needs. Counts and departments, no names of people. */
export async function checkPeople({ config, plan, store, now }: Centre): Promise<Finding[]> {
  const unit = plan.unit.id;
  const all = await list(store, { unit, type: personRecord });
  const today = now.toFormat('yyyy-MM-dd');
  const here = all.map(({ data }) => data).filter((person) => presenceOn(person, today) !== 'left');
  const identified = await store.count({ unit, type: aadKeyRecord.type });
  const reached = await store.count({ unit, type: addressRecord.type, where: reachablePeople });
  const warnings = setupWarnings(config, { people: all.length, identified, hasOffice: here.some(isOffice) });
  return [
    ...warnings.map((each) => warn('setup', each, 'as it says')),
    ...(await foreignUnits(store, unit)),
    ...roster(here, reached),
    ...identities({ tenant: config.MicrosoftAppTenantId, unit }, all),
    ...posts(
      here,
      (await list(store, { unit, type: departmentRecord })).map(({ id, data: { name } }) => ({ id, name })),
    ),
    ...(await channels(store, unit)),
    ...(await teams(store, unit)),
    ...(await installs(config, store, unit)),
  ];
}

async function foreignUnits(store: Readable, unit: string): Promise<Finding[]> {
  const others = [...(await store.totals(personRecord.type)).keys()].filter((each) => each !== unit);
  if (others.length === 0) return [];
  const says = `the store also has people of ${others.join(', ')}, whom this plan does not serve`;
  return [warn('plan', says, 'if the plan is to serve them, its unit.id has to be theirs')];
}

function roster(here: readonly Person[], reached: number): Finding[] {
  if (here.length === 0) return [];
  const away = here.length - reached;
  const says = `${here.length} people, ${Math.min(reached, here.length)} of them can be written to`;
  if (away <= 0) return [ok('roster', says)];
  const how =
    'have the app installed for the rest (a setup policy in the Teams admin center), or add it to a team they are in';
  return [warn('roster', says, how)];
}

/** By the ids of the people, and never by what they share. */
function identities(scope: Scope, all: readonly Loaded<Person>[]): Finding[] {
  const shared = [...holdingsOf(scope, all).values()].filter(isShared);
  return shared.map(({ column, people }) =>
    warn(
      'identity',
      `${column}: ${people.join(' and ')} have the same`,
      'find out whose it is; none of them is found by it when a roster is read',
    ),
  );
}

function posts(here: readonly Person[], departments: readonly { id: string; name: string }[]): Finding[] {
  if (here.length === 0) return [];
  const needed: readonly (readonly [who: string, is: (person: Person) => boolean])[] = [
    ['director', isDirector],
    ['secretary of the council', isCouncilSecretary],
    ['office', isOffice],
  ];
  const missing = needed.filter(([, is]) => !here.some(is)).map(([who]) => `no ${who}`);
  const headless = departments
    .filter(({ id }) => here.some(({ departmentId }) => departmentId === id))
    .filter(({ id }) => !here.some((person) => person.departmentId === id && (isHead(person) || leadsUnit(person))))
    .map(({ name }) => `no head of ${name}`);
  const gaps = [...missing, ...headless];
  if (gaps.length === 0)
    return [ok('posts', 'director, secretary of the council, office and a head for each department')];
  return [warn('posts', gaps.join('; '), 'give them the role in the roster; what only they may do waits until then')];
}

async function channels(store: Readable, unit: string): Promise<Finding[]> {
  const bound = await Promise.all(
    channelPurpose.options.map(async (purpose) => ({
      purpose,
      address: await load(store, unit, addressRecord, addressId(channelOwner(purpose))),
    })),
  );
  return bound.map(({ purpose, address }) => {
    if (address?.data.reachable === 'yes') return ok('channel', `${purpose}: bound`);
    const how = address === undefined ? 'none is bound' : `it refuses messages (${address.data.reason})`;
    return warn(
      'channel',
      `${purpose}: ${how}`,
      `mention the bot in the channel, with ${typedCommand('channel')} and its purpose`,
    );
  });
}

/** Through which teams people are reached who have not written. */
async function teams(store: Readable, unit: string): Promise<Finding[]> {
  const all = (await list(store, { unit, type: teamRecord })).filter(({ data }) => data.isIn);
  return all.map(({ data: { name, teamId, reason, members, ours, readAt } }) => {
    const team = name === '' ? teamId : name;
    if (reason !== '')
      return warn(
        'team',
        `${team}: its members are not read (${reason})`,
        'see that the app is in that team; it is tried again by itself',
      );
    if (readAt === null) return ok('team', `${team}: its members are about to be read`);
    return ok('team', `${team}: ${members} members, ${ours} of them on the roster, read at ${readAt}`);
  });
}

/** Whether the app is installed to people by the bot itself, where that is wanted. */
async function installs({ TEAMS_CATALOG_APP_ID }: Config, store: Readable, unit: string): Promise<Finding[]> {
  if (TEAMS_CATALOG_APP_ID === undefined) return [];
  const pass = await load(store, unit, installingRecord, installingId);
  const done = await store.count({ unit, type: installedRecord.type });
  const reason = pass?.data.reason ?? '';
  if (reason === '') return [ok('install', `the app was installed to ${done} people by the bot`)];
  const says = `the app may not be installed to people (${reason}); to ${done} it was`;
  const how =
    'grant the bot’s identity TeamsAppInstallation.ReadWriteSelfForUser.All in Microsoft Graph with admin consent, see that TEAMS_CATALOG_APP_ID is the id in the catalog and that people’s policies allow the app, and start the bot again';
  return [warn('install', says, how)];
}

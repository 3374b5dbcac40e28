import type { PersonView, Reach, UserRole } from '../shared/types.ts';
import type { Directory, RosterRow } from './roster.ts';
import { type ChannelKey, channels, guidOf, mriOf, personalChatIdOf, tenantId } from './tenant.ts';

export type Person = Readonly<{
  key: string;
  aadObjectId: string;
  mri: string;
  chatId: string;
  fullName: string;
  email: string;
  userPrincipalName: string;
  userRole: UserRole;
  department: string;
  title: string;
  roles: string[];
  organisations: string[];
  status: string;
}>;

export type People = ReturnType<typeof createPeople>;

const words = (value: string) => value.split(/\s+/).filter(Boolean);
const officeRoles = /office|council|head|deputy|director/i;

/** The tenant's people with their directory entries and whether the bot may write to them. */
export function createPeople(directory: Directory) {
  const { rows, reach: file } = directory;
  const all: Person[] = rows.map((row) => fromRow(row, directory));
  for (const outsider of file.outsiders) {
    const email = `${outsider.key}@${outsider.userRole === 'guest' ? 'khach' : 'ttdvvl'}.example`;
    const row = { ...outsider, aadObjectId: '', email, department: '', roles: '', status: '', organisations: '' };
    all.push({ ...fromRow(row, directory), userRole: outsider.userRole });
  }
  const index = new Map<string, Person>();
  for (const person of all) {
    for (const name of [person.key, person.aadObjectId, person.mri, person.chatId]) index.set(name, person);
  }
  const reach = new Map<string, Reach>();
  /** Who took the app away themselves: a team that has it does not give it back to them. */
  const removed = new Set<string>();
  let isTeamInstalled = false;
  const isInTeam = (person: Person): boolean =>
    !file.notInTeam.includes(person.key) && (person.department !== '' || file.alsoInTeam.includes(person.key));
  const lost = new Map<string, number>();

  return {
    all,
    /** Finds by key, aadObjectId, 29: id or personal chat id. */
    find: (name: string) => index.get(name),
    get(name: string): Person {
      const person = index.get(name);
      if (!person) throw new RangeError(`No such person in the sandbox: ${name}`);
      return person;
    },
    reachOf: (key: string): Reach => reach.get(key) ?? 'absent',
    setReach(key: string, value: Reach) {
      if (value === 'absent' && reach.has(key)) removed.add(key);
      else if (value !== 'absent') removed.delete(key);
      reach.set(key, value);
    },
    isTeamInstalled: () => isTeamInstalled,
    /** The app comes to the team, or is taken out of it. */
    setTeamInstalled(is: boolean) {
      isTeamInstalled = is;
    },
    /** Whether the bot may write to a person, and hears them: they have the app, or share a team with it. */
    isReached(key: string): boolean {
      const own = reach.get(key) ?? 'absent';
      if (own !== 'absent') return own === 'installed';
      const person = index.get(key);
      return isTeamInstalled && !removed.has(key) && person !== undefined && isInTeam(person);
    },
    removed: () => [...removed],
    restoreRemoved: (keys: readonly string[]) => keys.forEach((key) => void removed.add(key)),
    /** What the first installation leaves: everyone but the people of `notInstalled`; some blocked afterwards. */
    firstReach(key: string): Reach {
      if (file.notInstalled.includes(key)) return 'absent';
      return file.blocked.includes(key) ? 'blocked' : 'installed';
    },
    /** The person's chat with the bot is gone, its id with it; the next one has another id. */
    loseChat(key: string, times = 1) {
      const person = all.find((one) => one.key === key);
      if (!person) return;
      const count = (lost.get(key) ?? 0) + times;
      lost.set(key, count);
      index.delete(person.chatId);
      const renewed: { chatId: string } = person;
      renewed.chatId = personalChatIdOf(person.aadObjectId, count);
      index.set(person.chatId, person);
    },
    lostChats: () => Object.fromEntries(lost),
    ofChannel: (key: ChannelKey) => all.filter((person) => isInTeam(person) && isMember(person, key)),
    channelsOf: (person: Person) => channels.filter((channel) => isInTeam(person) && isMember(person, channel.key)),
    view: (person: Person): PersonView => ({
      key: person.key,
      aadObjectId: person.aadObjectId,
      mri: person.mri,
      fullName: person.fullName,
      department: person.department,
      title: person.title,
      roles: person.roles,
      organisations: person.organisations,
      status: person.status,
      reach: reach.get(person.key) ?? 'absent',
    }),
  };
}

function fromRow(row: RosterRow, { reach }: Directory): Person {
  const key = row.email.split('@')[0] || row.aadObjectId;
  const aadObjectId = row.aadObjectId || guidOf(`person ${row.email}`);
  const withdrawn = reach.withdrawnEmail.includes(key);
  return {
    key,
    aadObjectId,
    mri: mriOf(aadObjectId),
    chatId: personalChatIdOf(aadObjectId),
    fullName: row.fullName,
    email: withdrawn ? '' : row.email,
    userPrincipalName: withdrawn ? '' : (reach.userPrincipalNames[key] ?? row.email),
    userRole: 'user',
    department: row.department,
    title: row.title,
    roles: words(row.roles),
    organisations: words(row.organisations),
    status: row.status,
  };
}

function isMember(person: Person, channel: ChannelKey): boolean {
  if (channel === 'general') return true;
  if (!person.department) return false;
  if (channel === 'office') return person.roles.some((role) => officeRoles.test(role));
  return person.organisations.includes('youthUnion');
}

/** A member as the connector tells the bot; e-mail and names are only here, never in `from`. */
export function memberOf(person: Person) {
  const parts = words(person.fullName);
  return {
    id: person.mri,
    name: person.fullName,
    aadObjectId: person.aadObjectId,
    objectId: person.aadObjectId,
    givenName: parts.at(-1) ?? '',
    surname: parts[0] ?? '',
    ...(person.email ? { email: person.email } : {}),
    ...(person.userPrincipalName ? { userPrincipalName: person.userPrincipalName } : {}),
    tenantId,
    userRole: person.userRole,
  };
}

import { DateTime } from 'luxon';
import { personCard } from '../../../cards/roster/person.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { reachBy } from '../../model/people/audience.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { departmentOf, personOf } from '../../model/people/people.ts';
import { type Ask, definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { leaves } from './one/presence.ts';
import { rosterPerson } from './refs.ts';
import { stateWords } from './state-words.ts';

/** All that the roster has of somebody, and how they are reached. */
export const personPage = definePage({
  name: rosterPerson,
  compose: async (ask) =>
    viewingAs(ask.viewer, maySeeRoster) ? personShown(ask, await personOf(ask.turn, ask.params.person)) : null,
});

type Asked = Pick<Ask<unknown>, 'turn' | 'viewer' | 'texts' | 'banner'>;

/** To a viewer who may see it. */
export async function personShown({ turn, viewer, texts, banner }: Asked, { id, rev, data }: Loaded<Person>) {
  const department = await departmentOf(turn, data.departmentId);
  const name = await nameApart(turn, { id, name: data.fullName });
  const today = viewer.at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
  const view = {
    name,
    title: data.title,
    person: id,
    department: department.id,
    rev: String(rev),
    hasLeft: presenceOn(data, today) === 'left',
    isLeaving: leaves(data),
    facts: [
      ['department', department.data.name],
      ...known(texts, data, today),
      ['reach', await reachWords(turn, texts, { id, data, today })],
    ].map(([fact = '', value = '']) => ({
      fact: texts.t(`words.roster.fact.${fact}`),
      value: value || texts.t('words.roster.nothing'),
    })),
  };
  return { card: personCard(texts, view, banner), summary: texts.t('summaries.roster.person', { name }) };
}

/** By what the bot tells whose account it is. */
function knownBy({ aadObjectId, email }: Person): 'known' | 'byEmail' | 'unknown' {
  if (aadObjectId !== '') return 'known';
  return email === '' ? 'unknown' : 'byEmail';
}

/** Each fact with its value, empty where the roster has none. */
const known = (texts: Texts, person: Person, today: string): [fact: string, value: string][] => [
  ['roles', upperFirst(person.roles.map((role) => texts.t(`words.roster.role.${role}`)).join('; '))],
  ['state', stateWords(texts, person, today)],
  ['email', person.email],
  ['entra', texts.t(`words.roster.entra.${knownBy(person)}`)],
  ['startDate', person.startDate === null ? '' : formatIsoDate(person.startDate)],
  ...(person.endDate === null ? [] : [['endDate', formatIsoDate(person.endDate)] satisfies [string, string]]),
  ['employmentType', worded(texts, 'employment', person.employmentType)],
  ['organisations', person.organisations.map((name) => worded(texts, 'organisation', name)).join('; ')],
  ['gender', texts.t(`words.roster.gender.${person.gender}`)],
  ['locale', texts.t(`words.roster.locale.${person.locale}`)],
];

/** A roster may have words of its own: those are shown as they stand there. */
function worded(texts: Texts, kind: 'employment' | 'organisation', value: string): string {
  const key = `words.roster.${kind}.${value}`;
  return /^\w+$/.test(value) && texts.has(key) ? texts.t(key) : value;
}

/** How a message reaches them now, and since when it is known; or why none does. */
async function reachWords(turn: Turn, texts: Texts, { id, data, today }: { id: string; data: Person; today: string }) {
  if (presenceOn(data, today) === 'left') return texts.t('words.roster.reach.left');
  const address = (await turn.get(addressRecord, addressId(id)))?.data;
  const reach = reachBy(address);
  const how = reach === 'reachable' && address?.isUnmet === true ? 'unmet' : reach;
  const at = address === undefined ? '' : DateTime.fromISO(address.at, { zone: turn.plan.zone });
  return texts.t(`words.roster.reach.${how}`, { at });
}

import { launchPeopleCard } from '../../../cards/campaign/launch-people.ts';
import { mayLaunch } from '../../domain/policy/campaign.ts';
import { audienceOf, reachFigures } from '../../model/people/audience.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { peopleOf } from '../../model/people/people.ts';
import { campaignOf } from '../../model/round/round.ts';
import { isHeldBack } from '../../model/sending/held-back.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, type Window, windowOf } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Campaign } from '../../records/campaign.ts';
import { departmentRecord } from '../../records/department.ts';
import { type Delivery, deliveryId, deliveryRecord, outcomeOf, spreadRecord } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { launchOwing } from './launch-spread.ts';
import { launchPeople } from './refs.ts';
import { teamLines } from './team-lines.ts';

const rowsShown = 12;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: 'good' | 'warning' | 'accent';
}

interface Found {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly shown: Window;
}

/** By name: who of a department has not read the launch, or who of the unit cannot be reached and why. The office only. */
export const launchPeoplePage = definePage({
  name: launchPeople,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayLaunch)) return null;
    const found =
      params.list === 'unread'
        ? await unread(turn, params.department, params.page, texts)
        : await unreachable(turn, params.page, texts);
    if (found === undefined) return null;
    const { from, to, total, ...paging } = pagingView(found.shown);
    const view = {
      eyebrow: texts.t(`words.campaign.${params.list}.eyebrow`),
      title: found.title,
      line: texts.t(`words.campaign.${params.list}.${total === 0 ? 'none' : 'some'}`, { n: total }),
      rows: await rowsApart(turn, found.rows),
      list: params.list,
      department: params.department,
      number: params.number,
      issuedOn: params.issuedOn,
      range: texts.t('words.campaign.range', { from, to, total }),
      teams: params.list === 'unread' || total === 0 ? [] : await teamLines(turn, texts),
      ...paging,
    };
    return { card: launchPeopleCard(texts, view, banner), summary: view.title };
  },
});

/** Reads one department, and the messages of those shown. */
async function unread(turn: Turn, id: string, page: string, texts: Texts): Promise<Found | undefined> {
  const campaign = await campaignOf(turn);
  const department = await turn.get(departmentRecord, id);
  if (campaign === undefined || department === undefined) return undefined;
  const people: Loaded<Person>[] = [];
  for (const person of await peopleOf(turn, id))
    if ((await readAt(turn, campaign, person.id)) === undefined) people.push(person);
  const shown = windowOf(people.length, page, rowsShown);
  const rows: Row[] = [];
  for (const person of people.slice(shown.start, shown.start + rowsShown)) {
    const told = await toldOf(turn, campaign, person.id);
    rows.push({
      id: person.id,
      name: person.data.fullName,
      detail: person.data.title,
      chip: texts.t(`words.campaign.told.${told}`),
      tone: told === 'delivered' || told === 'pending' ? 'accent' : 'warning',
    });
  }
  return { title: department.data.name, rows, shown };
}

/** What became of the launch to one person who has not read it. */
async function toldOf(turn: Turn, campaign: Loaded<Campaign>, person: string) {
  const { subject, rev, kind, to } = launchOwing(campaign, person);
  const delivery = await turn.get(deliveryRecord, deliveryId(subject, rev, kind, to));
  const told = delivery === undefined ? await toCome(turn, campaign) : toldBy(delivery.data);
  return told === 'pending' && (await isHeldBack(turn, delivery?.id ?? campaign.data.spreadId)) ? 'held' : told;
}

async function toCome(turn: Turn, campaign: Loaded<Campaign>) {
  const spread = await turn.get(spreadRecord, campaign.data.spreadId);
  return spread?.data.state === 'running' ? 'pending' : 'unreachable';
}

function toldBy(delivery: Delivery) {
  const outcome = outcomeOf(delivery);
  switch (outcome) {
    case 'delivered':
    case 'answered':
      return 'delivered';
    case 'waiting':
      return 'pending';
    case 'ambiguous':
      return 'doubtful';
    default:
      return outcome;
  }
}

/** Reads department after department, as far as the page asked for. */
async function unreachable(turn: Turn, page: string, texts: Texts): Promise<Found> {
  const { people, reachable } = await reachFigures(turn);
  const shown = windowOf(people - reachable, page, rowsShown);
  const rows: Row[] = [];
  for await (const { department, recipients } of audienceOf(turn)) {
    for (const { person, reach } of recipients.filter((recipient) => recipient.reach !== 'reachable'))
      rows.push({
        id: person.id,
        name: person.data.fullName,
        detail: department.data.name,
        chip: texts.t(`words.campaign.reach.${reach}`),
        tone: 'warning',
      });
    if (rows.length >= shown.start + rowsShown) break;
  }
  return {
    title: texts.t('words.campaign.unreachable.title'),
    rows: rows.slice(shown.start, shown.start + rowsShown),
    shown,
  };
}

import { z } from 'zod';
import { mayLaunch } from '../../domain/policy.ts';
import { launchPeopleScreen } from '../../screens/campaign/launch-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import type { Deps } from '../context.ts';
import { definePage } from '../page.ts';
import { pagingView, slice } from '../paging.ts';
import { campaignOf } from '../round.ts';
import { audienceOf, type Recipient } from './audience.ts';
import { type Reader, readingOf } from './reading.ts';
import { viewingAs } from './viewing-as.ts';

const rowsShown = 12;
const lists = z.enum(['unread', 'unreachable']);

interface Row {
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: 'good' | 'warning' | 'accent';
}

/** By name: who of a department has not read the launch, or who of the unit cannot be reached and why. The office only. */
export const launchPeoplePage = definePage({
  page: 'launch.people',
  params: z.strictObject({
    list: lists,
    department: z.string(),
    page: z.string(),
    number: z.string().default(''),
    issuedOn: z.string().default(''),
  }),
  compose: async ({ deps, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayLaunch)) return null;
    const found =
      params.list === 'unread'
        ? await unread(deps, params.department, viewer.at, texts)
        : await unreachable(deps, viewer.at, texts);
    if (found === undefined) return null;
    const shown = slice(found.rows, params.page, rowsShown);
    const { from, to, total, ...paging } = pagingView(shown);
    const view = {
      eyebrow: texts.t(`words.campaign.${params.list}.eyebrow`),
      title: found.title,
      line: texts.t(`words.campaign.${params.list}.${total === 0 ? 'none' : 'some'}`, { n: total }),
      rows: [...shown.items],
      list: params.list,
      department: params.department,
      number: params.number,
      issuedOn: params.issuedOn,
      hasPages: paging.hasPrevious || paging.hasNext,
      range: texts.t('words.campaign.range', { from, to, total }),
      ...paging,
    };
    return { card: launchPeopleScreen(texts, view, banner), summary: view.title };
  },
});

async function unread(deps: Deps, department: string, at: Parameters<typeof audienceOf>[1], texts: Texts) {
  const campaign = await campaignOf(deps);
  if (campaign === undefined) return undefined;
  const of = (await readingOf(deps, campaign, at)).find((row) => row.department.id === department);
  if (of === undefined) return undefined;
  const row = (reader: Reader): Row => ({
    name: reader.person.data.fullName,
    detail: reader.person.data.title,
    chip: texts.t(`words.campaign.told.${reader.told}`),
    tone: reader.told === 'unreachable' || reader.told === 'doubtful' ? 'warning' : 'accent',
  });
  return { title: of.department.data.name, rows: of.recipients.filter(({ told }) => told !== 'read').map(row) };
}

async function unreachable(deps: Deps, at: Parameters<typeof audienceOf>[1], texts: Texts) {
  const rows = (await audienceOf(deps, at)).flatMap(({ department, recipients }) =>
    recipients
      .filter(({ reach }) => reach !== 'reachable')
      .map(
        ({ person, reach }: Recipient): Row => ({
          name: person.data.fullName,
          detail: department.data.name,
          chip: texts.t(`words.campaign.reach.${reach}`),
          tone: 'warning',
        }),
      ),
  );
  return { title: texts.t('words.campaign.unreachable.title'), rows };
}

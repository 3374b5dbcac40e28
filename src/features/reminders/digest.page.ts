import { shareOf } from '../../../cards/kit/kit.ts';
import { digestCard } from '../../../cards/reminders/digest.ts';
import { isOffice, leadsUnit } from '../../domain/policy/posts.ts';
import { formatDate, formatIsoDate } from '../../domain/text/format.ts';
import type { DepartmentFigures } from '../../model/round/figures.ts';
import { wholeWords } from '../../model/round/progress-words.ts';
import { roundName, roundOf } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { channelOwner } from '../../records/address.ts';
import { changeWords } from './change-words.ts';
import { daysLeftWords } from './days-left.ts';
import { type Digest, digestOf } from './digest.ts';
import { ratioWords } from './figures.ts';
import { leftWords } from './left-words.ts';
import { remindersDigest } from './refs.ts';
import { type RoundClock, roundClock } from './round-clock.ts';
import { daysWaited, type Wait } from './waits.ts';

const departmentsShown = 12;
/** Departments that opinions are waited for from, and departments whose list reaches nobody. */
const waitsShown = 6;

/** Text 8: where the round stands, in numbers. Nothing but numbers, for it is read by everyone in the channel. */
export const digestPage = definePage({
  name: remindersDigest,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const isChannel = viewer.owner === channelOwner('office');
    const reader = viewer.person?.data;
    const isOfficer = reader !== undefined && isOffice(reader);
    if (!isChannel && !isOfficer && !(reader !== undefined && leadsUnit(reader))) return null;
    const clock = await roundClock(turn, await roundOf(turn, params.round), viewer.at);
    if (clock.today !== params.day) return null;
    const digest = await digestOf(turn, clock, params.wave);
    // Who leads the unit reads how it stands, whether or not it is the same as the office has read.
    if (digest.isEmpty && (isChannel || isOfficer)) return null;
    const { shown, more } = clock.isOver ? noDepartments : openDepartments(digest.progress.departments);
    const { total } = digest.progress;
    const { year } = clock.round.data;
    const waits = waitsView(texts, clock, digest);
    const view = {
      unitName: clock.plan.unit.name,
      year,
      roundName: roundName(clock.plan, clock.round),
      asOf: texts.t('words.at', { at: clock.now }),
      chip: daysLeftWords(texts, clock),
      totals: totalsOf(texts, clock, digest),
      aside: wholeWords(texts, total),
      departments: shown.map((department) => departmentView(texts, department)),
      more: more > 0 ? texts.t('words.reminders.moreDepartments', { n: more }) : '',
      waits,
      changesHeading:
        digest.since === undefined
          ? texts.t('words.reminders.change.first')
          : texts.t('words.reminders.change.since', { on: formatIsoDate(digest.since) }),
      changes:
        digest.since === undefined ? texts.t('words.reminders.change.firstDetail') : changeWords(texts, digest.changes),
      bindHint: isOfficer,
      isPersonal: !isChannel,
      pointsToNames: isChannel && !clock.isOver,
      canRemind: isOfficer && !clock.isOver && total.missing > 0,
      canTakeIn: isOfficer && digest.intake !== undefined,
      round: clock.round.data.round,
    };
    const summary = clock.isOver
      ? texts.t('summaries.reminders.digestOver', { year, n: waitingCount(digest) })
      : texts.t('summaries.reminders.digest', { year, left: leftWords(texts, leftOf(digest)) });
    return { card: digestCard(texts, view, banner), summary };
  },
});

const leftOf = ({ progress, collectives }: Digest) => ({
  missing: progress.total.missing,
  collectives: collectives.of - collectives.sent,
});

/** After the deadline nobody is behind any more: what counts is what waits. */
const noDepartments = { shown: [], more: 0 } as const;

/** In protocol order; when there are too many for a card, those furthest behind. */
function openDepartments(all: readonly DepartmentFigures[]): { shown: DepartmentFigures[]; more: number } {
  const peopled = all.filter((department) => department.people > 0);
  const behind = new Set([...peopled].sort((a, b) => b.missing - a.missing).slice(0, departmentsShown));
  return { shown: peopled.filter((department) => behind.has(department)), more: peopled.length - behind.size };
}

function departmentView(texts: Texts, department: DepartmentFigures) {
  const { name, people, missing } = department;
  return {
    name,
    figures: texts.t('words.reminders.departmentFigures', { missing, people, whole: wholeWords(texts, department) }),
    ...shareOf(people - missing, people),
  };
}

function totalsOf(texts: Texts, { isOver }: RoundClock, { progress: { total }, collectives }: Digest) {
  const row = (key: string, figure: string) => ({ figure, label: texts.t(`words.reminders.totals.${key}`) });
  return [
    isOver
      ? row('accepted', ratioWords(texts, total.accepted, total.sent))
      : row('finished', ratioWords(texts, total.finished, total.required)),
    row('sent', ratioWords(texts, total.sent, total.asks)),
    row('collectives', ratioWords(texts, collectives.sent, collectives.of)),
  ];
}

const waitingCount = ({ opinions, intake, returned, council }: Digest): number =>
  [...opinions, intake, returned, council].reduce((sum, wait) => sum + (wait?.count ?? 0), 0);

/** What waits for whom and how long, step by step; then the departments that hear of nothing. */
function waitsView(texts: Texts, clock: RoundClock, digest: Digest): string[] {
  const { opinions, intake, returned, council, unled, progress } = digest;
  const names = new Map(progress.departments.map((department) => [department.id, department.name]));
  const line = (what: string, wait: Wait, facts: Record<string, string> = {}): string =>
    texts.t(`words.reminders.waits.${what}`, {
      n: wait.count,
      since: formatDate(wait.since),
      days: daysWaited(clock, wait.since),
      ...facts,
    });
  const lines = opinions
    .slice(0, waitsShown)
    .map((wait) => line('opinion', wait, { department: names.get(wait.departmentId) ?? '—' }));
  const others = opinions.slice(waitsShown);
  if (others.length > 0) {
    const n = others.reduce((sum, { count }) => sum + count, 0);
    lines.push(texts.t('words.reminders.waits.moreOpinions', { departments: others.length, n }));
  }
  if (intake !== undefined) lines.push(line('intake', intake));
  if (returned !== undefined) lines.push(line('returned', returned));
  if (council !== undefined) lines.push(line('council', council));
  if (unled.length > 0) {
    const more = unled.length - waitsShown;
    const shown = [
      ...unled.slice(0, waitsShown),
      ...(more > 0 ? [texts.t('words.reminders.unledMore', { n: more })] : []),
    ];
    lines.push(texts.t('words.reminders.waits.unled', { departments: shown.join('; ') }));
  }
  return lines;
}

import type { z } from 'zod';
import { shareOf } from '../../../cards/kit/kit.ts';
import { departmentCard } from '../../../cards/overview/department.ts';
import { progressCard } from '../../../cards/overview/progress.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { isMissing, type Standing, standings } from '../../domain/dossier/standing.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isOffice, leadsUnit } from '../../domain/policy/posts.ts';
import { maySeeProgressOf, seesEveryDepartment } from '../../domain/policy/progress.ts';
import { mayRemind } from '../../domain/policy/sending.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import type { ProgressCounts } from '../../model/round/counts.ts';
import { roundFigures } from '../../model/round/figures.ts';
import { type DepartmentProgress, type PersonProgress, progressOf } from '../../model/round/progress.ts';
import { wholeWords } from '../../model/round/progress-words.ts';
import { closesAt, roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { type Ask, type Composed, definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Texts } from '../../ports/texts.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import { type progressParams, progressShow } from './refs.ts';
import { deadlineWords } from './todo.page.ts';

type Asked = Ask<z.infer<typeof progressParams>>;

const departmentsPerCard = 6;
const namesPerCard = 15;

/** How far a round has come: numbers of every department, or the names of one for whoever may see them. */
export const progressPage = definePage({
  name: progressShow,
  compose: (ask: Asked) => (ask.params.department === '' ? allDepartments(ask) : oneDepartment(ask)),
});

/** Also for a channel: numbers only, and nothing in it opens names. */
async function allDepartments({ turn, viewer, texts, params: asked, banner }: Asked): Promise<Composed | null> {
  const actor = actorOf(viewer);
  if (actor !== undefined && !isOffice(actor) && !leadsUnit(actor)) return null;
  const { round, line, name } = await headed({ turn, viewer, texts, round: asked.round });
  const { total, departments } = await roundFigures(turn, round, { at: viewer.at });
  const part = slice(departments, asked.page, departmentsPerCard);
  const view = {
    round: round.data.round,
    roundName: name,
    line,
    takesIn: actor !== undefined && isOffice(actor),
    whole: bars(texts, total),
    rows: part.items.map((department) => ({
      id: department.id,
      round: round.data.round,
      name: department.name,
      opensNames: actor !== undefined,
      ...bars(texts, department),
    })),
    ...pagingView(part),
  };
  return { card: progressCard(texts, view, banner), summary: texts.t('summaries.overview.progress', { name }) };
}

async function oneDepartment({ turn, viewer, texts, params: asked, banner }: Asked): Promise<Composed | null> {
  const actor = actorOf(viewer);
  if (actor === undefined || !maySeeProgressOf(actor, asked.department)) return null;
  const { round, line, name, isOpen } = await headed({ turn, viewer, texts, round: asked.round });
  const department = await progressOf(turn, round, { at: viewer.at, department: asked.department });
  if (department === undefined) return null;
  const grouped = standings.flatMap((standing) => department.rows.filter((row) => row.standing === standing));
  const part = slice(await rowsApart(turn, grouped), asked.page, namesPerCard);
  const view = {
    round: round.data.round,
    roundName: name,
    line,
    department: department.id,
    departmentName: department.name,
    ...bars(texts, department),
    collective: await collectiveWords({ turn, texts, reader: actor }, round.data.round, department),
    hasCollective: department.writesCollective,
    rows: part.items.map((row, i) => nameRow(texts, row, { department, before: part.items[i - 1]?.standing })),
    isEmpty: part.total === 0,
    seesAll: seesEveryDepartment(actor),
    canRemind: isOpen && mayRemind(actor),
    ...pagingView(part),
  };
  const summary = texts.t('summaries.overview.department', { name: department.name });
  return { card: departmentCard(texts, view, banner), summary };
}

async function headed({
  turn,
  viewer,
  texts,
  round: key,
}: Pick<Asked, 'turn' | 'viewer' | 'texts'> & { round: string }) {
  const round = await roundOf(turn, key);
  const plan = await roundPlan(turn, round);
  const closes = closesAt(plan, round.data);
  const line = deadlineWords(texts, closes, viewer.at);
  return { round, name: roundName(plan, round), line, isOpen: isBeforeDeadline(viewer.at, closes) };
}

const bars = (texts: Texts, counts: ProgressCounts) => ({
  finished: texts.t('words.progress.finished', { n: counts.finished, of: counts.required }),
  finishedBar: shareOf(counts.finished, counts.required),
  sent: texts.t('words.progress.sent', { n: counts.sent, of: counts.asks }),
  sentBar: shareOf(counts.sent, counts.asks),
  aside: wholeWords(texts, counts),
});

async function collectiveWords(
  { turn, texts, reader }: Pick<Asked, 'turn' | 'texts'> & { reader: Actor },
  round: string,
  { id }: DepartmentProgress,
): Promise<string> {
  const nomination = await turn.get(nominationRecord, nominationId(round, id));
  if (nomination === undefined) return texts.t('words.progress.noCollective');
  return texts.t(`words.state.${await toldState(turn, reader, nomination.data)}`);
}

function nameRow(
  texts: Texts,
  row: PersonProgress,
  { department, before }: { department: DepartmentProgress; before: Standing | undefined },
) {
  const n = department.rows.filter((other) => other.standing === row.standing).length;
  return {
    name: row.name,
    opensGroup: row.standing !== before,
    group: texts.t('words.progress.group', { name: texts.t(`words.standing.${row.standing}`), n }),
    detail: texts.t('words.progress.completed', { completed: row.completed, asked: row.asked }),
    hasDetail: isMissing(row.standing),
  };
}

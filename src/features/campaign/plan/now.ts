import { planNumber } from '../../../domain/plan/launch.ts';
import { resolveDated } from '../../../domain/plan/resolve-dated.ts';
import { plannedRounds } from '../../../domain/plan/rounds.ts';
import { formatIsoDate } from '../../../domain/text/format.ts';
import { type Block, block, orOpen, type Source } from './block.ts';
import { money, partLines, quotaLines } from './rules.ts';

/** What the plan's words mean on the day they are read: rounds, names, money, and what has ended or is not entered yet. */
export function planNow(source: Source): Block[] {
  return [
    block({ heading: 'section', label: source.word('now') }),
    ...paper(source),
    ...rounds(source),
    ...awards(source),
    ...times(source),
  ];
}

function paper(source: Source): Block[] {
  const { plan, word, today } = source;
  const until = formatIsoDate(plan.period.end);
  return [
    block({
      label: word('number'),
      text:
        source.number === '' ? word('notIssued', { symbol: plan.document.symbol }) : planNumber(plan, source.number),
    }),
    block({
      label: word('period'),
      text:
        source.issuedOn === ''
          ? word('periodOpen', { until })
          : word('periodFrom', { from: formatIsoDate(source.issuedOn), until }),
    }),
    block({
      label: word('parent'),
      text: resolveDated(plan.parent, today).name,
      note: word('onDay', { date: formatIsoDate(today) }),
    }),
  ];
}

/** This year's rounds and those to come, as they really stand: open, over, or not opened yet (R-079 … R-081). */
function rounds({ plan, word, at, opened }: Source): Block[] {
  const year = at.setZone(plan.zone).year;
  return plannedRounds(plan)
    .filter((round) => round.year >= year)
    .map((round) => {
      const closes = opened.get(round.id);
      const until = closes ?? round.deadline;
      const state = at > until ? 'over' : closes === undefined ? 'toOpen' : 'open';
      return block({
        label: round.name,
        text: word('sendUntil', { until }),
        chip: word(`round.${state}`),
        tone: ({ over: 'emphasis', toOpen: 'accent', open: 'good' } as const)[state],
      });
    });
}

/** What is given, to whom on which conditions, and how many (R-053 … R-077, R-085). */
function awards(source: Source): Block[] {
  const { plan, word, today } = source;
  const form = resolveDated(plan.settings.formLabel, today);
  const conditions = [...plan.criteria.department, ...plan.criteria.person, ...plan.criteria.adhoc].flatMap((each) => [
    ...(each.mayNotArise ? [`${each.id}: ${word('mayNotArise')}`] : []),
    ...(each.headsOnly ? [`${each.id}: ${word(`gate.${plan.settings.headGateCovers}`)}`] : []),
  ]);
  return [
    ...plan.levels.map((level) =>
      block({
        label: level.name,
        text: word('award', { award: level.award, authority: resolveDated(level.authority, today) }),
      }),
    ),
    ...(conditions.length === 0 ? [] : [block({ label: word('conditions'), text: conditions.join('\n') })]),
    block({ label: word('quotas'), text: quotaLines(source) }),
    block({ label: word('parts'), text: partLines(source) }),
    block({ label: word('form'), text: form === '' ? word('formOpen') : form }),
    ...lapsed(source),
    ...money(source),
  ];
}

/** Said apart from the plan's own words, which go on naming them. */
function lapsed({ plan, word, today }: Source): Block[] {
  const gone = plan.legalBasis.flatMap(({ kind, number, citedIn, effectiveTo }) =>
    citedIn.includes('plan') && effectiveTo !== null && effectiveTo < today
      ? word('lapsedText', { kind, number, to: formatIsoDate(effectiveTo) })
      : [],
  );
  return gone.length === 0 ? [] : [block({ label: word('lapsed'), text: gone.join('\n') })];
}

/** Stages, linked movements and themes by the year (R-026 … R-030, R-044 … R-050). */
function times(source: Source): Block[] {
  const { plan, word, at } = source;
  const year = at.setZone(plan.zone).year;
  const state = ({ fromYear, toYear }: { fromYear: number; toYear: number }): Pick<Block, 'chip' | 'tone'> => {
    if (year > toYear) return { chip: word('over'), tone: 'emphasis' };
    if (year < fromYear) return { chip: word('toCome'), tone: 'accent' };
    return { chip: word('running'), tone: 'good' };
  };
  const themes = plan.yearlyThemes.map(({ year: of, theme }) => `${of}: ${theme}`).join('\n');
  return [
    ...plan.stages.map((stage) =>
      block({
        label: stage.name,
        text: word('stageReview', { review: stage.review, year: stage.reviewYear }),
        ...state(stage),
      }),
    ),
    ...plan.movements.map((movement) =>
      block({
        label: movement.name,
        text: word('years', { from: movement.fromYear, to: movement.toYear }),
        ...state(movement),
      }),
    ),
    block({ label: word('themes'), text: orOpen(themes, source) }),
  ];
}

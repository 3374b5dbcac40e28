import { type Plan, planSchema } from '../plan/plan.ts';
import { setting } from './declare.ts';
import * as field from './field.ts';
import { higherId, higherLevel } from './higher-level.ts';
import { byDay, byDayOr, once, parted, single } from './places.ts';
import type { Setting } from './setting.ts';
import { timetable } from './timetable.ts';

const { shape } = planSchema;
const unit = shape.unit.shape;
const rules = shape.settings.shape;
const council = rules.council.shape;

const named = { group: 'names', counts: 'day' } as const;
const ofUnit = (id: string, key: keyof Plan['unit']): Setting =>
  setting(id, { ...named, schema: unit[key], ...single(field.text), ...once(['unit', key]) });

/** How the unit and those around it are called. */
const names = (plan: Plan): Setting[] => [
  ofUnit('unitName', 'name'),
  ofUnit('unitShortName', 'shortName'),
  ofUnit('office', 'office'),
  ofUnit('council', 'council'),
  ofUnit('youthUnion', 'youthUnion'),
  setting('addressing', {
    ...named,
    schema: rules.addressing.unwrap(),
    ...single(field.choice('gender', 'neutral', 'comrade')),
    ...once(['settings', 'addressing'], undefined, 'gender'),
  }),
  setting('parent', {
    ...named,
    counts: 'paper',
    schema: shape.parent.element.shape.value,
    ...parted({ name: field.text, shortName: field.text, headTitle: field.text }),
    ...byDay(['parent']),
  }),
  ...plan.levels.flatMap(({ id, name }, i) =>
    id === higherId
      ? []
      : setting(`authority-${id}`, {
          ...named,
          counts: 'paper',
          of: { level: name },
          schema: shape.levels.element.shape.authority.element.shape.value,
          ...single(field.text),
          ...byDay(['levels', i, 'authority']),
        }),
  ),
  higherLevel,
];

const paper = { group: 'papers', counts: 'day' } as const;
const papers: readonly Setting[] = [
  setting('unitSymbol', { ...paper, schema: unit.symbol, ...single(field.text), ...once(['unit', 'symbol']) }),
  setting('place', { ...paper, schema: unit.place, ...single(field.text), ...once(['unit', 'place']) }),
  setting('formLabel', {
    ...paper,
    counts: 'paper',
    schema: rules.formLabel.element.shape.value,
    ...single(field.textOrNone),
    ...byDay(['settings', 'formLabel']),
  }),
  setting('formLabelAdhoc', {
    ...paper,
    counts: 'paper',
    schema: rules.formLabelAdhoc.unwrap().element.shape.value,
    ...single(field.textOrNone),
    ...byDayOr(['settings', 'formLabelAdhoc'], ''),
  }),
  setting('originalsBy', {
    ...paper,
    schema: rules.originalsBy,
    ...single(field.textOrNone),
    ...once(['settings', 'originalsBy']),
  }),
  setting('councilSymbol', {
    ...paper,
    schema: unit.councilSymbol.unwrap(),
    ...single(field.textOrNone),
    ...once(['unit', 'councilSymbol'], undefined, ''),
  }),
  setting('signing', {
    ...paper,
    counts: 'paper',
    schema: rules.signing.unwrap().element.shape.value,
    ...parted({ mode: field.choice('self', 'acting', 'deputy', 'order', 'authorised'), title: field.textOrNone }),
    // The head signs.
    ...byDayOr(['settings', 'signing'], { mode: 'self', title: '' }),
  }),
];

const retention: Setting = setting('keepDossiers', {
  ...paper,
  schema: rules.retention.unwrap().shape.dossierYears,
  ...single(field.wholeOrNone(1, 100)),
  ...once(['settings', 'retention', 'dossierYears'], ['settings', 'retention', 'source']),
});

const money: readonly Setting[] = [
  setting('baseSalary', {
    group: 'money',
    counts: 'paper',
    schema: rules.bonus.shape.baseSalary.element.shape.value,
    ...single(field.whole(100_000, 1_000_000_000)),
    ...byDay(['settings', 'bonus', 'baseSalary']),
  }),
  setting('rates', {
    group: 'money',
    counts: 'paper',
    schema: rules.bonus.shape.rates.element.shape.value,
    ...parted({
      personTenths: field.tenths,
      departmentTenths: field.tenths,
      roundUpTo: field.whole(1, 10_000_000),
    }),
    ...byDay(['settings', 'bonus', 'rates']),
  }),
];

/** How many may be commended: so many, a share of those there are, or not said. */
const quota = ({ level, candidate }: Plan['quotas'][number], i: number, plan: Plan): Setting => {
  const parts = parted({ limit: field.limit, rounding: field.choice('down', 'up', 'nearest') });
  return setting(`quota-${level}-${candidate}`, {
    group: 'council',
    counts: 'round',
    of: { level: plan.levels.find(({ id }) => id === level)?.name ?? level, candidate },
    schema: shape.quotas.element.shape.limit,
    fields: parts.fields,
    typed: (value) => {
      const limit = value as Plan['quotas'][number]['limit'];
      if (limit === null) return { limit: '', rounding: 'down' };
      return 'count' in limit
        ? { limit: String(limit.count), rounding: 'down' }
        : { limit: `${limit.percent}%`, rounding: limit.rounding };
    },
    value: (typed) => {
      const { limit, rounding } = parts.value(typed) as { limit: string; rounding: string };
      if (limit === '') return null;
      const n = Number.parseInt(limit, 10);
      return limit.endsWith('%') ? { percent: n, rounding } : { count: n };
    },
    ...once(['quotas', i, 'limit'], ['quotas', i, 'source']),
  });
};

const rule = { group: 'council', counts: 'round' } as const;
const voting = (plan: Plan): Setting[] => [
  ...plan.quotas.map((row, i) => quota(row, i, plan)),
  setting('quorum', {
    ...rule,
    schema: council.quorum,
    ...single(field.fraction),
    ...once(['settings', 'council', 'quorum']),
  }),
  setting('passPercent', {
    ...rule,
    schema: council.passPercent,
    ...single(field.whole(50, 100)),
    ...once(['settings', 'council', 'passPercent']),
  }),
  setting('passOf', {
    ...rule,
    schema: council.passOf,
    ...single(field.choice(...council.passOf.options)),
    ...once(['settings', 'council', 'passOf']),
  }),
  setting('ballot', {
    ...rule,
    schema: council.ballot,
    ...single(field.choice(...council.ballot.options)),
    ...once(['settings', 'council', 'ballot']),
  }),
  setting('ownCase', {
    ...rule,
    schema: council.ownCase,
    ...single(field.choice(...council.ownCase.options)),
    ...once(['settings', 'council', 'ownCase']),
  }),
  setting('writtenOpinions', {
    ...rule,
    schema: council.writtenOpinions,
    ...single(field.yes),
    ...once(['settings', 'council', 'writtenOpinions']),
  }),
];

const step = { group: 'steps', counts: 'round' } as const;
const workingDays = (
  id: 'headOpinionWorkingDays' | 'supplementWorkingDays' | 'proposedListWorkingDays',
  from: number,
): Setting => setting(id, { ...step, schema: rules[id], ...single(field.whole(from, 60)), ...once(['settings', id]) });

const steps: readonly Setting[] = [
  setting('departmentMeeting', {
    ...step,
    schema: rules.departmentMeeting,
    ...single(field.choice(...rules.departmentMeeting.options)),
    ...once(['settings', 'departmentMeeting']),
  }),
  workingDays('headOpinionWorkingDays', 1),
  workingDays('supplementWorkingDays', 1),
  workingDays('proposedListWorkingDays', 0),
  setting('officeIsEligible', {
    ...step,
    schema: rules.officeIsEligible,
    ...single(field.yes),
    ...once(['settings', 'officeIsEligible']),
  }),
  setting('headGateCovers', {
    ...step,
    schema: rules.headGateCovers,
    ...single(field.choice(...rules.headGateCovers.options)),
    ...once(['settings', 'headGateCovers']),
  }),
  setting('maxFiles', {
    ...step,
    schema: rules.evidence.shape.maxFiles,
    ...single(field.whole(1, 100)),
    ...once(['settings', 'evidence', 'maxFiles']),
  }),
  setting('maxBytes', {
    ...step,
    schema: rules.evidence.shape.maxBytes,
    ...single(field.megabytes(1, 100)),
    ...once(['settings', 'evidence', 'maxBytes']),
  }),
];

const declared = new WeakMap<Plan, readonly Setting[]>();

/** All that an office may set of its plan, in the order in which it is shown. Ids stay what they are: changes are kept by them. */
export function settingsOf(plan: Plan): readonly Setting[] {
  const known = declared.get(plan) ?? [
    ...names(plan),
    ...papers,
    retention,
    ...money,
    ...voting(plan),
    ...steps,
    ...timetable(plan),
  ];
  declared.set(plan, known);
  return known;
}

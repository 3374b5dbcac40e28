import type { Plan } from './plan.ts';

/**
 * A round's own rules with what is not a rule but a fact of the day a paper is made: what the movement is called, who the unit, the authorities
 * and the signatory are, which law and which money are in force, which form is used, until when originals are taken,
 * which days are holidays. Those come from the plan in force,
 * so that a renamed authority or a new base salary is not ignored because a round was opened before.
 */
export function ruledBy(rules: Plan, current: Plan): Plan {
  const known = made.get(current) ?? new WeakMap<Plan, Plan>();
  made.set(current, known);
  const plan = known.get(rules) ?? merged(rules, current);
  known.set(rules, plan);
  return plan;
}

/** Nearly every page of a round asks for it, and what is worked out from a plan is remembered by it. */
const made = new WeakMap<Plan, WeakMap<Plan, Plan>>();

function merged(rules: Plan, current: Plan): Plan {
  const authorities = new Map(current.levels.map(({ id, authority }) => [id, authority]));
  return {
    ...rules,
    title: current.title,
    shortTitle: current.shortTitle,
    unit: { ...current.unit, id: rules.unit.id },
    parent: current.parent,
    document: current.document,
    legalBasis: current.legalBasis,
    levels: rules.levels.map((level) => ({ ...level, authority: authorities.get(level.id) ?? level.authority })),
    calendar: { ...rules.calendar, holidays: current.calendar.holidays },
    settings: {
      ...rules.settings,
      formLabel: current.settings.formLabel,
      bonus: current.settings.bonus,
      originalsBy: current.settings.originalsBy,
      addressing: current.settings.addressing,
      formLabelAdhoc: current.settings.formLabelAdhoc,
      signing: current.settings.signing,
      retention: current.settings.retention,
    },
  };
}

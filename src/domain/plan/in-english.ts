import type { Plan } from './plan.ts';

const made = new WeakMap<Plan, Plan>();

/** The plan with the names that a card shows in English; its words, authorities and papers stay as they are. */
export function inEnglish(plan: Plan): Plan {
  const { english } = plan;
  if (english === undefined) return plan;
  const known = made.get(plan);
  if (known !== undefined) return known;
  const named = <T extends { readonly id: string; readonly name: string }>(
    names: Readonly<Record<string, string>>,
    all: readonly T[],
  ) => all.map((each) => ({ ...each, name: names[each.id] ?? each.name }));
  const { department, person, adhoc } = plan.criteria;
  const spoken: Plan = {
    ...plan,
    levels: named(english.levels, plan.levels).map((level) => ({
      ...level,
      award: english.awards?.[level.id] ?? level.award,
    })),
    stages: plan.stages.map((stage) => ({ ...stage, ...english.stages?.[stage.id] })),
    criteria: {
      department: named(english.criteria, department),
      person: named(english.criteria, person),
      adhoc: named(english.criteria, adhoc),
    },
    calendar: {
      ...plan.calendar,
      rounds: plan.calendar.rounds.map((round) => ({ ...round, name: english.rounds[round.kind] ?? round.name })),
    },
  };
  made.set(plan, spoken);
  return spoken;
}

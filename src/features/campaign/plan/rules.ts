import type { Plan } from '../../../domain/plan/plan.ts';
import { rowInForce } from '../../../domain/plan/resolve-dated.ts';
import { type Block, block, type Source } from './block.ts';

/** How many may be commended, a line a level and kind; the plan gives no figure (R-067, R-068). */
export function quotaLines({ plan, word }: Source): string {
  if (plan.quotas.every(({ limit }) => limit === null)) return word('open');
  return plan.quotas
    .map(({ level, candidate, limit }) => {
      const name = plan.levels.find(({ id }) => id === level)?.name ?? level;
      return `${word(`quota.${candidate}`, { level: name })}: ${limitText(limit, word)}`;
    })
    .join('\n');
}

function limitText(limit: Plan['quotas'][number]['limit'], word: Source['word']): string {
  if (limit === null) return word('open');
  return 'count' in limit
    ? word('quota.limit', { limit: limit.count })
    : word(`quota.${limit.rounding}`, { percent: limit.percent });
}

/** What a dossier holds and who prepares it, a line a part (R-069 … R-077). */
export const partLines = ({ plan, word }: Source): string =>
  plan.dossier.parts
    .map(
      (part, i) => `${i + 1}. ${part.text}. ${word(`preparedBy.${part.preparedBy}`, { council: plan.unit.council })}`,
    )
    .join('\n');

/** Money by the rules in force on the day (R-085). */
export function money({ plan, word, today }: Source): Block[] {
  const { person, department, unit, salary } = moneyOn(plan, today);
  return [
    block({ label: word('rates'), text: word('ratesText', { person, department, unit }) }),
    block({ label: word('baseSalary'), text: word('amount', { amount: salary }) }),
  ];
}

function moneyOn(plan: Plan, today: string) {
  const rates = rowInForce(plan.settings.bonus.rates, today).value;
  return {
    person: rates.personTenths / 10,
    department: rates.departmentTenths / 10,
    unit: rates.roundUpTo,
    salary: rowInForce(plan.settings.bonus.baseSalary, today).value,
  };
}

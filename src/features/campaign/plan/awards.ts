import type { Criterion, Plan } from '../../../domain/plan/plan.ts';
import { resolveDated } from '../../../domain/plan/resolve-dated.ts';
import { type Block, block, type Source } from './block.ts';

/** IV.1, IV.2: forms of commendation and criteria (R-017, R-053 … R-066). */
export function criteria(source: Source): Block[] {
  const { plan, word, today } = source;
  return [
    ...plan.levels.map((level) =>
      block({
        label: level.name,
        text: word('award', { award: level.award, authority: resolveDated(level.authority, today) }),
        note: level.periodicity,
      }),
    ),
    ...plan.criteria.department.map((criterion) => standard(criterion, 'department', source)),
    ...plan.criteria.person.map((criterion) => standard(criterion, 'person', source)),
    ...plan.criteria.adhoc.map((criterion) => standard(criterion, 'adhoc', source)),
  ];
}

function standard(criterion: Criterion, kind: keyof Plan['criteria'], { plan, word }: Source): Block {
  const notes = [
    ...(criterion.mayNotArise ? [word('mayNotArise')] : []),
    ...(criterion.headsOnly ? [word(`gate.${plan.settings.headGateCovers}`)] : []),
  ];
  return block({
    label: word(`criterion.${kind}`, { name: criterion.name, id: criterion.id }),
    text: criterion.text,
    note: notes.join(' '),
  });
}

/** IV.3: how many; the plan gives no figure. */
export function quotas({ plan, word }: Source): Block[] {
  return plan.quotas.map((quota) => {
    const level = plan.levels.find(({ id }) => id === quota.level);
    return block({
      label: word(`quota.${quota.candidate}`, { level: level?.name ?? quota.level }),
      text: limitText(quota.limit, word),
      note: word('basis', { source: quota.source }),
    });
  });
}

function limitText(limit: Plan['quotas'][number]['limit'], word: Source['word']): string {
  if (limit === null) return word('open');
  return 'count' in limit
    ? word('quota.limit', { limit: limit.count })
    : word(`quota.${limit.rounding}`, { percent: limit.percent });
}

/** V.1, V.2: what a dossier holds (R-069 … R-077). */
export function dossier({ plan, word }: Source): Block[] {
  const { parts, sets, note } = plan.dossier;
  return [
    ...parts.map((part, i) =>
      block({
        label: word('part', { number: i + 1 }),
        text: part.text,
        note: word(`preparedBy.${part.preparedBy}`, { office: plan.unit.office, council: plan.unit.council }),
        ...(part.required ? {} : { chip: word('optional') }),
      }),
    ),
    block({ label: word('sets'), text: sets, note }),
  ];
}

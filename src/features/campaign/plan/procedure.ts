import { rowInForce } from '../../../domain/plan/resolve-dated.ts';
import { plannedRounds } from '../../../domain/plan/rounds.ts';
import { formatAmount, formatDate, formatIsoDate } from '../../../domain/text/format.ts';
import { type Block, block, type Source } from './block.ts';

/** V.3: until when dossiers are sent (R-078 … R-084), round by round; the plan gives no date for the Sở. */
export function sending(source: Source): Block[] {
  const { plan, word, at } = source;
  const rounds = plannedRounds(plan).map((round) => {
    const over = at > round.deadline;
    return block({
      label: round.name,
      text: word('before', {
        before: formatDate(round.deadline.plus({ days: 1 })),
        last: round.deadline,
      }),
      chip: over ? word('over') : word('toCome'),
      tone: over ? 'emphasis' : 'accent',
    });
  });
  const toSo = plannedRounds(plan)
    .find((round) => at <= round.deadline)
    ?.milestones.find(({ id }) => id === 'toSo')?.on;
  return [...rounds, block({ label: word('toSo'), text: toSo ? formatIsoDate(toSo) : word('open') })];
}

/** V.4: money by the rules in force on the day. */
export function funding({ plan, word, today }: Source): Block[] {
  const rates = rowInForce(plan.settings.bonus.rates, today);
  const salary = rowInForce(plan.settings.bonus.baseSalary, today);
  const tenths = (count: number): string => (count / 10).toLocaleString('vi-VN');
  return [
    block({ text: plan.dossier.funding }),
    block({
      label: word('rates'),
      text: word('ratesText', {
        person: tenths(rates.value.personTenths),
        department: tenths(rates.value.departmentTenths),
        unit: formatAmount(rates.value.roundUpTo),
      }),
      note: word('basis', { source: rates.source }),
    }),
    block({
      label: word('baseSalary'),
      text: word('amount', { amount: formatAmount(salary.value) }),
      note: word('basis', { source: salary.source }),
    }),
  ];
}

/** V. Tổ chức thực hiện (R-086 … R-096). */
export function duties({ plan, word }: Source): Block[] {
  const who = {
    office: plan.unit.office,
    heads: word('who.heads'),
    staff: word('who.staff'),
    council: plan.unit.council,
    massOrganisations: word('who.massOrganisations'),
  };
  return plan.duties.map((duty, i) =>
    block({ label: plan.duties[i - 1]?.who === duty.who ? '' : who[duty.who], text: duty.text }),
  );
}

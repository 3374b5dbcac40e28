import type { Plan } from '../../domain/plan/plan.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import type { Texts } from '../../ports/texts.ts';

/** The unit's own award is what people ask for unless they choose otherwise; a plan without that level offers its first. */
const usualLevel = (plan: Plan): string => plan.levels.find(({ id }) => id === 'unit')?.id ?? plan.levels[0]?.id ?? '';

/** The level that a form begins with. */
export const levelOf = ({ plan, nomination }: Dossier): string => nomination?.data.level ?? usualLevel(plan);

/** "Khen thưởng cấp đơn vị", in the plan's words; without a level, the words for none chosen. */
export const levelText = (texts: Texts, { plan, nomination }: Dossier): string =>
  plan.levels.find(({ id }) => id === nomination?.data.level)?.name ?? texts.t('words.dossier.noLevel');

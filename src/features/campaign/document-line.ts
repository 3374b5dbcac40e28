import { planNumber } from '../../domain/plan/launch.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { Texts } from '../../screens/texts.ts';

/** "Kế hoạch số 05/KH-… ngày 15/06/2023"; says so when number and date were not given yet (`issuedOn` is `yyyy-MM-dd` or empty). */
export function documentLine(
  texts: Texts,
  plan: Plan,
  { number, issuedOn }: { readonly number: string; readonly issuedOn: string },
): string {
  if (number === '' || issuedOn === '') return texts.t('words.campaign.documentBlank');
  return texts.t('words.campaign.document', { number: planNumber(plan, number), date: formatIsoDate(issuedOn) });
}

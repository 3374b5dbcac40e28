import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';

/** For how long dossiers that were sent are kept, and on what that rests; that nothing is set, as long as nothing is. */
export function periodWords({ plan }: Turn, texts: Texts): string {
  const { dossierYears, source } = plan.settings.retention ?? { dossierYears: null, source: '' };
  return texts.t('words.privacy.period', { years: dossierYears ?? 0, source });
}

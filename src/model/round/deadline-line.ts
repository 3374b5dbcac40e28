import type { DateTime } from 'luxon';
import type { Texts } from '../../ports/texts.ts';

/** "hết ngày 30/11/2026 (thứ Hai)" */
export const deadlineLine = (texts: Texts, deadline: DateTime): string =>
  texts.t('words.campaign.deadline', {
    at: deadline,
    weekday: texts.t(`words.campaign.weekday.${deadline.weekday}`),
  });

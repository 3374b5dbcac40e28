import type { DateTime } from 'luxon';
import { formatDate, hourAndMinute } from '../../domain/text/format.ts';
import type { Texts } from '../../screens/texts.ts';

/** "23 giờ 59 phút, thứ Hai, ngày 30/11/2026" */
export const deadlineLine = (texts: Texts, deadline: DateTime): string =>
  texts.t('words.campaign.deadline', {
    ...hourAndMinute(deadline),
    weekday: texts.t(`words.campaign.weekday.${deadline.weekday}`),
    date: formatDate(deadline),
  });

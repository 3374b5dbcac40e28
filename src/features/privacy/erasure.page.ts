import { DateTime } from 'luxon';
import { erasureCard } from '../../../cards/privacy/erasure.ts';
import { mayHandOut } from '../../domain/policy/privacy.ts';
import { nameOf } from '../../model/people/people.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { erasureId, erasureRecord } from '../../records/erasure.ts';
import { keptRounds } from './kept-papers.ts';
import { periodWords } from './period.ts';
import { privacyErasure } from './refs.ts';
import { whoseOf } from './whose.ts';

/** What has become of an erasure; for the office. */
export const erasurePage = definePage({
  name: privacyErasure,
  subject: ({ person }) => erasureId(person),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayHandOut)) return null;
    const erasure = await turn.get(erasureRecord, erasureId(params.person));
    if (erasure === undefined) return null;
    const { asked, endedAt, erased, isNamed } = erasure.data;
    const when = (iso: string): string => texts.t('words.at', { at: DateTime.fromISO(iso, { zone: turn.plan.zone }) });
    const isDone = endedAt !== null;
    const kept = (await keptRounds(turn, await whoseOf(turn, params.person))).length;
    const view = {
      person: params.person,
      isDone,
      state: isDone
        ? texts.t('words.privacy.erased', { at: when(endedAt), n: erased })
        : texts.t('words.privacy.going'),
      asked: texts.t('words.privacy.asked', { at: when(asked.at), by: await nameOf(turn, asked.by) }),
      kept: [
        ...(isDone ? [texts.t(`words.privacy.${isNamed ? 'nameStays' : 'nameGone'}`)] : []),
        ...(kept === 0 ? [] : [texts.t('words.privacy.stays.dossiers', { n: kept, period: periodWords(turn, texts) })]),
      ],
    };
    return { card: erasureCard(texts, view, banner), summary: texts.t('summaries.privacy.erasure') };
  },
});

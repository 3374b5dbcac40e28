import { currentCard } from '../../../cards/calls/current.ts';
import { registrationOf } from '../../domain/calendar/call.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { definePage } from '../../pipeline/page.ts';
import { currentCalls } from './current-calls.ts';
import { startOf } from './load-call.ts';
import { callsCurrent } from './refs.ts';

/** A card holds no more; a centre has seldom two at once. */
const most = 12;

/** Calls that a member may answer, each with their own answer. */
export const currentPage = definePage({
  name: callsCurrent,
  compose: async ({ turn, texts, viewer, banner }) => {
    if (viewer.person === undefined) return null;
    const calls = await currentCalls(turn, viewer.person, viewer.at);
    const view = {
      calls: calls.slice(0, most).map(({ call, answer }) => ({
        call: call.id,
        title: call.data.title,
        detail: texts.t(`words.calls.current.${registrationOf(call.data, viewer.at)}`, {
          when: texts.t('words.at', { at: startOf(turn, call.data) }),
          answer: texts.t(`words.calls.${answer?.answer ?? 'silent'}`),
          until: formatIsoDate(call.data.answerBy),
        }),
      })),
    };
    return { card: currentCard(texts, view, banner), summary: texts.t('summaries.calls.current') };
  },
});

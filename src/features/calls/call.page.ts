import { DateTime } from 'luxon';
import { channelCard } from '../../../cards/calls/channel.ts';
import { inviteCard } from '../../../cards/calls/invite.ts';
import { previewCard } from '../../../cards/calls/preview.ts';
import { callTerms, registrationOf } from '../../domain/calendar/call.ts';
import { channelOf, channelWords } from '../../model/sending/channels.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { answerId, answerRecord, type Call } from '../../records/call.ts';
import type { Loaded } from '../../records/record.ts';
import {
  answerKinds,
  answersTo,
  channelFor,
  countAnswers,
  invitesOf,
  loadCall,
  members,
  startOf,
  wording,
} from './load-call.ts';
import { readersOf } from './readers.ts';
import { callsChannel, callsInvite, callsOwn, callsPreview } from './refs.ts';

export function bodyOf(texts: Texts, turn: Turn, call: Loaded<Call>, at: DateTime) {
  const { title, text, place } = call.data;
  const registration = registrationOf(call.data, at);
  return {
    call: call.id,
    title,
    text,
    place,
    ...wording(texts, turn, { ...call.data, startsAt: startOf(turn, call.data) }),
    closed: registration === 'open' ? '' : texts.t(`words.calls.registration.${registration}`),
  };
}

export async function countsOf(texts: Texts, turn: Turn, call: string): Promise<{ label: string; count: string }[]> {
  const counts = countAnswers(await answersTo(turn, call));
  return answerKinds.map((kind) => ({ label: texts.t(`words.calls.${kind}`), count: String(counts[kind]) }));
}

/** To how many members it goes in person. */
export const reachWords = (texts: Texts, members: number): string =>
  texts.t(`words.calls.reach.${members === 0 ? 'none' : 'some'}`, { members });

export const previewPage = definePage({
  name: callsPreview,
  compose: async ({ turn, texts, viewer, params, banner }) => {
    const terms = callTerms(params, viewer.at);
    const { formId, date, time, organisation } = params;
    const { lead, when, answerBy } = wording(texts, turn, { ...terms, organisation });
    const { title, text, place } = terms;
    const reached = (await members(turn, organisation)).length;
    const purpose = channelFor(organisation);
    const view = {
      formId,
      date,
      time,
      organisation,
      title,
      text,
      place,
      lead,
      when,
      answerBy,
      answerByIso: terms.answerBy,
      how: [
        reachWords(texts, reached),
        ...(purpose === undefined ? [] : [channelWords(texts, 'call', await channelOf(turn, purpose))]),
      ].join(' '),
    };
    return { card: previewCard(texts, view, banner), summary: texts.t('summaries.calls.invite', { title }) };
  },
});

/** What a member gets, and what whoever answers sees: the call and one's own answer. */
export const invitePage = definePage({
  name: callsInvite,
  subject: ({ call }) => invitesOf(call),
  compose: async ({ turn, texts, viewer, params, banner }) => {
    const call = await loadCall(turn, params.call);
    const view = {
      ...bodyOf(texts, turn, call, viewer.at),
      ...(await answerOf(texts, turn, { call: call.id, person: viewer.owner, words: 'myAnswer' })),
    };
    return {
      card: inviteCard(texts, view, banner),
      summary: texts.t('summaries.calls.invite', { title: call.data.title }),
    };
  },
});

interface OwnAnswer {
  readonly call: string;
  readonly person: string;
  readonly words: 'myAnswer' | 'ownAnswer';
}

/** What this person has answered, and the sentence that tells them; both empty while they have not. */
async function answerOf(texts: Texts, turn: Turn, { call, person, words }: OwnAnswer) {
  const mine = await turn.get(answerRecord, answerId(call, person));
  if (mine === undefined) return { answer: '', answerText: '' };
  const { answer } = mine.data;
  const at = DateTime.fromISO(mine.data.at, { zone: turn.plan.zone });
  return { answer, answerText: texts.t(`words.calls.${words}`, { answer: texts.t(`words.calls.${answer}`), at }) };
}

/** In the channel: the call with its counts, which follow the answers. No names. */
export const channelPage = definePage({
  name: callsChannel,
  subject: ({ call }) => call,
  compose: async ({ turn, texts, viewer, params, banner }) => {
    const call = await loadCall(turn, params.call);
    const view = {
      ...bodyOf(texts, turn, call, viewer.at),
      counts: await countsOf(texts, turn, call.id),
      answer: '',
      answerText: '',
      userIds: await readersOf(turn, call.id),
    };
    return {
      card: channelCard(texts, view, banner),
      summary: texts.t('summaries.calls.invite', { title: call.data.title }),
    };
  },
});

/** The same for the eyes of one reader, in the place of the shared one: with their own answer. */
export const ownPage = definePage({
  name: callsOwn,
  compose: async ({ turn, texts, viewer, params, banner }) => {
    const call = await loadCall(turn, params.call);
    const known = await turn.get(addressRecord, addressId(viewer.owner));
    const view = {
      ...bodyOf(texts, turn, call, viewer.at),
      counts: await countsOf(texts, turn, call.id),
      ...(await answerOf(texts, turn, { call: call.id, person: viewer.owner, words: 'ownAnswer' })),
      userIds: known === undefined ? [] : [known.data.userId],
    };
    return {
      card: channelCard(texts, view, banner),
      summary: texts.t('summaries.calls.invite', { title: call.data.title }),
    };
  },
});

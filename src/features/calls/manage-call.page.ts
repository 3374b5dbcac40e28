import { DateTime } from 'luxon';
import { closeCard } from '../../../cards/calls/close.ts';
import { composeCard } from '../../../cards/calls/compose.ts';
import { mineCard } from '../../../cards/calls/mine.ts';
import { peopleCard } from '../../../cards/calls/people.ts';
import { showCard } from '../../../cards/calls/show.ts';
import { callsFor } from '../../domain/policy/calls.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { departments, personOf } from '../../model/people/people.ts';
import { postingOf } from '../../model/sending/posting.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { callRecord, callsOfOrganisation } from '../../records/call.ts';
import { bodyOf, countsOf, reachWords } from './call.page.ts';
import { answerKinds, answersTo, countAnswers, loadOwnCall, members, startOf } from './load-call.ts';
import { callsClose, callsCompose, callsMine, callsPeople, callsShow } from './refs.ts';

const perPage = 15;

export const composePage = definePage({
  name: callsCompose,
  asksAbout: () => 'one',
  compose: async ({ turn, texts, viewer, params, banner }) => {
    const actor = actorOf(viewer);
    const mine = actor === undefined ? [] : callsFor(actor);
    if (mine.length === 0) return null;
    const view = {
      ...params,
      formId: params.formId === '' ? turn.newId() : params.formId,
      organisation: params.organisation === '' ? (mine[0] ?? '') : params.organisation,
      severalOrganisations: mine.length > 1,
      organisations: mine.map((value) => ({ value, title: texts.t(`words.calls.${value}.name`) })),
    };
    return { card: composeCard(texts, view, banner), summary: texts.t('summaries.calls.compose') };
  },
});

export const showPage = definePage({
  name: callsShow,
  subject: ({ call }) => call,
  compose: async ({ turn, texts, viewer, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const call = await loadOwnCall(turn, actor, params.call);
    const reached = (await members(turn, call.data.organisation)).length;
    const { words } = await postingOf(turn, texts, { cause: call.id });
    const at = DateTime.fromISO(call.data.posted.at, { zone: turn.plan.zone });
    const view = {
      ...bodyOf(texts, turn, call, viewer.at),
      counts: await countsOf(texts, turn, call.id),
      sentText: [texts.t('words.calls.posted', { at }), reachWords(texts, reached), words].filter(Boolean).join(' '),
    };
    return {
      card: showCard(texts, view, banner),
      summary: texts.t('summaries.calls.show', { title: call.data.title }),
    };
  },
});

export const closePage = definePage({
  name: callsClose,
  compose: async ({ turn, texts, viewer, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const { id, data } = await loadOwnCall(turn, actor, params.call);
    return {
      card: closeCard(texts, { call: id, title: data.title }, banner),
      summary: texts.t('summaries.calls.show', { title: data.title }),
    };
  },
});

/** Who answered what, by name: for those who speak for the organisation only. */
export const peoplePage = definePage({
  name: callsPeople,
  compose: async ({ turn, texts, viewer, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const call = await loadOwnCall(turn, actor, params.call);
    const answers = await answersTo(turn, call.id);
    const counts = countAnswers(answers);
    const called = await members(turn, call.data.organisation);
    const silent = called.filter((p) => !answers.has(p.id));
    const outsiders = [...answers.keys()].filter((id) => !called.some((p) => p.id === id));
    const chosen =
      params.answer === 'silent'
        ? silent.map((p) => p.id)
        : [...called.map((p) => p.id), ...outsiders].filter((id) => answers.get(id) === params.answer);
    // Its cards have always counted pages from 1.
    const part = slice(chosen, String(params.page - 1), perPage);
    const names = new Map(called.map((p) => [p.id, p]));
    const rooms = new Map((await departments(turn)).map((d) => [d.id, d.data.name]));
    const sizes = { ...counts, silent: silent.length };
    const view = {
      call: call.id,
      title: call.data.title,
      answer: params.answer,
      range:
        part.total === 0
          ? texts.t('words.calls.nobody')
          : texts.t('words.calls.range', { from: part.from, to: part.to, total: part.total }),
      tabs: [...answerKinds, 'silent' as const].map((answer) => ({
        call: call.id,
        answer,
        label: `${texts.t(`words.calls.${answer}`)}: ${sizes[answer]}`,
        isChosen: answer === params.answer,
      })),
      people: await rowsApart(
        turn,
        await Promise.all(
          part.items.map(async (id) => {
            const person = names.get(id)?.data ?? (await personOf(turn, id)).data;
            return {
              id,
              name: person.fullName,
              detail: [person.title, rooms.get(person.departmentId) ?? ''].filter(Boolean).join(' · '),
            };
          }),
        ),
      ),
      ...pagingView(part),
      previous: String(part.previous + 1),
      next: String(part.next + 1),
    };
    return {
      card: peopleCard(texts, view, banner),
      summary: texts.t('summaries.calls.show', { title: call.data.title }),
    };
  },
});

export const minePage = definePage({
  name: callsMine,
  compose: async ({ turn, texts, viewer, banner }) => {
    const actor = actorOf(viewer);
    const mine = actor === undefined ? [] : callsFor(actor);
    if (mine.length === 0) return null;
    const found = (
      await Promise.all(mine.map((organisation) => turn.list(callRecord, callsOfOrganisation(organisation))))
    ).flat();
    const newest = found.sort((a, b) => (a.data.posted.at < b.data.posted.at ? 1 : -1)).slice(0, 12);
    const calls = await Promise.all(
      newest.map(async (call) => ({
        call: call.id,
        title: call.data.title,
        detail: texts.t('words.calls.row', {
          when: texts.t('words.at', { at: startOf(turn, call.data) }),
          ...countAnswers(await answersTo(turn, call.id)),
        }),
      })),
    );
    return { card: mineCard(texts, { calls }, banner), summary: texts.t('summaries.calls.compose') };
  },
});

import { wordCard } from '../../../cards/delegation/word.ts';
import { type AssignedPost, assignedPosts, mayAssign } from '../../domain/policy/acting.ts';
import { actedBy } from '../../model/people/acted-by.ts';
import { positionOf } from '../../model/people/people.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { assignmentWords, postWords } from './assignment-words.ts';
import { known } from './known.ts';
import { delegationEnded, delegationWord } from './refs.ts';

/** To whoever was given a post, to whoever has it else, and to the director. */
const toldPage = definePage({
  name: delegationWord,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const found = (await known(turn)).assignments.find(({ id }) => id === params.assignment);
    if (found === undefined) return null;
    const isConcerned = [found.to, found.of].includes(viewer.owner);
    if (!isConcerned && !viewingAs(viewer, mayAssign)) return null;
    const { owner } = viewer;
    const { post, who, period, paper } = await assignmentWords(turn, texts, found);
    const to = await positionOf(turn, found.to);
    const holder = found.of === '' ? '' : await positionOf(turn, found.of);
    const whose = owner === found.to ? 'to' : owner === found.of ? 'of' : 'director';
    const view = {
      text: texts.t(`words.delegation.told.${whose}`, { post, who, to, holder, hasHolder: String(holder !== '') }),
      facts: [
        { label: texts.t('words.delegation.fact.period'), value: period },
        ...(paper === '' ? [] : [{ label: texts.t('words.delegation.fact.paper'), value: paper }]),
        { label: texts.t('words.delegation.fact.by'), value: await positionOf(turn, found.recorded.by) },
      ],
    };
    return { card: wordCard(texts, view, banner), summary: texts.t('summaries.delegation.word', { post }) };
  },
});

/** To both, once it was ended. */
const endedPage = definePage({
  name: delegationEnded,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { department, of, to } = params;
    const given = assignedPosts.find((one): one is AssignedPost => one === params.post);
    if (given === undefined || ![of, to].includes(viewer.owner)) return null;
    const post = await postWords(turn, texts, { post: given, departmentId: department });
    const who = await actedBy(turn, texts, { by: to, inPlaceOf: of });
    const view = { text: texts.t('words.delegation.told.ended', { post, who }), facts: [] };
    return { card: wordCard(texts, view, banner), summary: texts.t('summaries.delegation.ended', { post }) };
  },
});

export const toldPages: readonly PageDef[] = [toldPage, endedPage];

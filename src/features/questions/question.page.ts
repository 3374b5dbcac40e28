import { DateTime } from 'luxon';
import { listCard } from '../../../cards/questions/list.ts';
import { openCard } from '../../../cards/questions/open.ts';
import { toldCard } from '../../../cards/questions/told.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { beginningOf } from '../../domain/text/beginning-of.ts';
import { departments, nameOf, positionOf } from '../../model/people/people.ts';
import { type Ask, definePage, type PageDef } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { personRecord } from '../../records/person.ts';
import { type Question, questionBy, questionRecord } from '../../records/question.ts';
import type { Loaded } from '../../records/record.ts';
import { maxQuestion, questionsSubject } from './ask-question.ts';
import { questionList, questionOpen, questionTold } from './refs.ts';

const perCard = 6;
const excerptLength = 160;

const instant = (turn: Turn, iso: string): DateTime => DateTime.fromISO(iso, { zone: turn.plan.zone });

/** "Nguyễn Văn An, Phòng Tư vấn – Giới thiệu việc làm" */
async function askerOf(turn: Turn, { person }: Question): Promise<string> {
  const asker = await turn.get(personRecord, person);
  const department = (await departments(turn)).find(({ id }) => id === asker?.data.departmentId);
  return [await nameOf(turn, person), department?.data.name].filter((part) => part !== undefined).join(', ');
}

/** What waits for the office's answer, asked first at the top. */
const listPage = definePage({
  name: questionList,
  subject: () => questionsSubject,
  compose: async ({ turn, viewer, texts, params, redraw, banner }) => {
    if (viewer.person === undefined || !isOffice(viewer.person.data)) return null;
    const open = await turn.list(questionRecord, questionBy.state('open'));
    if (open.length === 0 && params.empty === '' && !redraw) return null;
    const part = slice(
      open.sort((a, b) => (a.data.asked.at < b.data.asked.at ? -1 : 1)),
      params.page,
      perCard,
    );
    const view = {
      rows: await Promise.all(
        part.items.map(async ({ id, data }) => ({
          question: id,
          name: await askerOf(turn, data),
          text: beginningOf(data.text, excerptLength),
          at: texts.t('words.questions.askedAt', { at: instant(turn, data.asked.at) }),
        })),
      ),
      isEmpty: part.total === 0,
      ...pagingView(part),
    };
    return { card: listCard(texts, view, banner), summary: texts.t('summaries.questions.list', { n: part.total }) };
  },
});

/** Of the office, or of whoever asked; nobody else knows that it is there. */
async function seen({ turn, viewer, params }: Ask<{ question: string }>): Promise<Loaded<Question> | undefined> {
  const { person } = viewer;
  const question = await turn.get(questionRecord, params.question);
  const mayRead = person !== undefined && (isOffice(person.data) || question?.data.person === person.id);
  return mayRead ? question : undefined;
}

async function viewOf(ask: Ask<{ question: string }>, { id, data }: Loaded<Question>) {
  const { turn, texts } = ask;
  const { answer } = data;
  return {
    question: id,
    name: await askerOf(turn, data),
    askedAt: texts.t('words.questions.askedAt', { at: instant(turn, data.asked.at) }),
    text: data.text,
    isAnswered: answer !== null,
    answer: answer?.text ?? '',
    answeredBy:
      answer === null
        ? ''
        : texts.t('words.questions.answeredBy', {
            by: await positionOf(turn, answer.by),
            at: instant(turn, answer.at),
          }),
  };
}

/** The office's: the form, or what was answered. */
const openPage = definePage({
  name: questionOpen,
  compose: async (ask) => {
    const { turn, texts, viewer, typed, banner } = ask;
    const question = await seen(ask);
    if (question === undefined || viewer.person === undefined || !isOffice(viewer.person.data)) return null;
    const view = {
      ...(await viewOf(ask, question)),
      typed: typed?.answer ?? '',
      max: maxQuestion,
    };
    const name = await nameOf(turn, question.data.person);
    return { card: openCard(texts, view, banner), summary: texts.t('summaries.questions.open', { name }) };
  },
});

/** To whoever asked: the question, and the answer as soon as there is one. */
const toldPage = definePage({
  name: questionTold,
  subject: ({ question }) => question,
  compose: async (ask) => {
    const { texts, banner } = ask;
    const question = await seen(ask);
    if (question === undefined) return null;
    const view = await viewOf(ask, question);
    const summary = texts.t(`summaries.questions.${view.isAnswered ? 'answered' : 'waiting'}`);
    return { card: toldCard(texts, view, banner), summary };
  },
});

export const questionPages: readonly PageDef[] = [listPage, openPage, toldPage];

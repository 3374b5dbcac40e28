import { formCard } from '../../../cards/former/form.ts';
import { instantOf } from '../../domain/calendar/calendar.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { formerForm } from '../../model/dossier/refs.ts';
import { actedBy, replacedWords } from '../../model/people/acted-by.ts';
import { addressing } from '../../model/people/addressee.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { askedOf } from './former-dossier.ts';

/** For whoever leads a department that the candidate has left: nothing of the dossier itself is shown, which is another department's. */
export const formPage = definePage({
  name: formerForm,
  subject: ({ former }) => former,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    if (viewer.person === undefined) return null;
    const asked = await askedOf(turn, params.former, viewer.person.id);
    if (asked === undefined) return null;
    const { former, dossier, leaders, isOpen } = asked;
    const { departmentName: department, until, opinion } = former.data;
    const { snapshot } = dossier.data;
    const round = await roundOf(turn, former.data.round);
    const plan = await roundPlan(turn, round);
    const isInPlace = isOpen && leaders.acts === viewer.person.id && leaders.inPlaceOf !== null;
    const facts = {
      name: snapshot?.name ?? '',
      department,
      until: formatIsoDate(until),
      you: addressing(turn, texts, viewer.person.data).you,
    };
    const view = {
      former: former.id,
      rev: String(former.rev),
      roundName: roundName(plan, round),
      name: facts.name,
      detail: [snapshot?.title ?? '', snapshot?.departmentName ?? ''].filter((part) => part !== '').join(', '),
      explain: texts.t(`words.former.${isOpen ? 'explain' : 'over'}`, facts),
      inPlaceOf:
        isInPlace && leaders.inPlaceOf !== null
          ? texts.t('words.former.inPlaceOf', { of: await replacedWords(turn, texts, leaders.inPlaceOf) })
          : '',
      given:
        opinion === null
          ? ''
          : texts.t('words.review.byAt', {
              by: await actedBy(turn, texts, opinion),
              at: texts.t('words.at', { at: instantOf(opinion.at, plan.zone) }),
            }),
      said: opinion?.words ?? '',
      isOpen,
      reason: typed?.reason ?? opinion?.words ?? '',
    };
    return { card: formCard(texts, view, banner), summary: texts.t('summaries.former.form', facts) };
  },
});

import { DateTime } from 'luxon';
import { departmentCard } from '../../../cards/closing/department.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { maySeeProgressOf } from '../../domain/policy/progress.ts';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { addressing } from '../../model/people/addressee.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { departmentOf } from '../../model/people/people.ts';
import { endingOf } from '../../model/round/closing.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { progressOf } from '../../model/round/progress.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { closingId } from '../../records/closing.ts';
import { byDepartment } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { closingDepartment } from './refs.ts';

const namesShown = 15;

/** To whoever sees to a department: how the round closed for the department, and whose dossier was not sent; names are for its head and deputies. */
export const closingDepartmentPage = definePage({
  name: closingDepartment,
  subject: ({ round }) => closingId(round),
  compose: async ({ turn, viewer, texts, params, banner, redraw }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || viewer.person === undefined || !maySeeProgressOf(actor, params.department)) return null;
    const { round, plan, closing } = await endingOf(turn, params.round);
    const found = closing.outcome?.departments.find(({ id }) => id === params.department);
    const isCurrent = closing.phase === 'closed' && (params.times === '' || params.times === String(closing.times));
    if (closing.outcome === null || found === undefined || (!isCurrent && !redraw)) return null;
    const { data } = await departmentOf(turn, params.department);
    const dossiers = await turn.list(nominationRecord, byDepartment(params.round, params.department));
    const progress = await progressOf(turn, round, { at: viewer.at.setZone(plan.zone), department: params.department });
    const rows = progress?.rows ?? [];
    const lapsed = await rowsApart(
      turn,
      rows.filter(({ standing }) => standing === 'lapsed'),
    );
    const names = lapsed.map(({ name }) => ({ name }));
    const opiners = await Promise.all(dossiers.map((n) => opinersOf(turn, n.data)));
    const waiting = opiners.filter(({ may }) => may.includes(actor.id));
    const view = {
      unitName: plan.unit.name,
      addressee: addressing(turn, texts, viewer.person.data).addressee,
      departmentName: data.name,
      roundName: roundName(plan, round),
      deadline: deadlineLine(texts, DateTime.fromISO(closing.outcome.closesAt, { zone: plan.zone })),
      rows: (['people', 'sent', 'lapsed', 'returned', 'extended', 'declines', 'silent', 'onLeave'] as const)
        .filter((key) => key === 'people' || key === 'sent' || found[key] > 0)
        .map((key) => ({ label: texts.t(`words.closing.figure.${key}`), n: String(found[key]) })),
      collective: texts.t('words.closing.collective', {
        state:
          found.collective === null
            ? texts.t('words.progress.noCollective')
            : texts.t(`words.state.${found.collective}`),
      }),
      hasCollective: writesCollective(data, plan),
      names: names.slice(0, namesShown),
      hasNames: names.length > 0,
      more: texts.t('words.closing.moreNames', { n: names.length - namesShown }),
      hasMore: names.length > namesShown,
      waiting: texts.t('words.closing.waits.opinion', { n: waiting.length }),
      hasWaiting: waiting.length > 0,
      round: params.round,
      department: params.department,
    };
    const facts = { department: data.name, sent: found.sent, lapsed: found.lapsed };
    const summary = texts.t('summaries.closing.department', facts);
    return { card: departmentCard(texts, view, banner), summary };
  },
});

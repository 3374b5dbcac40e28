import type { DateTime } from 'luxon';
import { lateFormCard } from '../../../cards/intake/late-form.ts';
import { supplementEndsBy } from '../../domain/calendar/supplement.ts';
import { canMove } from '../../domain/dossier/nomination.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { formatDate } from '../../domain/text/format.ts';
import { type Dossier, openUntil } from '../../model/dossier/dossier.ts';
import { nominationOf } from '../../model/dossier/own.ts';
import { hasBegun } from '../../model/dossier/paper.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { graceFacts } from '../../model/round/closing.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { departmentWords, mayHandle } from './intake-dossier.ts';
import { lacksConsent } from './late-consent.ts';
import { intakeLateForm } from './refs.ts';
import { earliestExtension, extendable, hasLeft, readUnsent, unsentVersion } from './unsent-dossier.ts';

/** One candidate who has not sent, begun or not: taken in as it is when it is complete, or given time of their own. */
export const lateFormPage = definePage({
  name: intakeLateForm,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !isOffice(actor)) return null;
    const dossier = await readUnsent(turn, params.nomination);
    const { candidate, round, plan } = dossier;
    const isGone = await hasLeft(turn, dossier);
    const earliest = earliestExtension(dossier, viewer.at);
    const view = {
      nomination: nominationOf(dossier),
      rev: dossier.nomination?.rev ?? 0,
      version: unsentVersion(dossier),
      round: round.data.round,
      name: await nameApart(turn, candidate),
      departmentName: departmentWords(texts, dossier),
      missing: missingNames(dossier),
      stands: standsWords(texts, dossier, { at: viewer.at, isGone }),
      ...offersOf(dossier, { actor, at: viewer.at, isGone }),
      candidate: candidate.id,
      earliest: texts.t('words.at', { at: earliest }),
      latest: formatDate(supplementEndsBy(earliest, graceFacts({ round, plan }, viewer.at).deadline)),
      until: typed?.until ?? '',
      reason: typed?.reason ?? '',
    };
    return {
      card: lateFormCard(texts, view, banner),
      summary: texts.t('summaries.intake.lateForm', { name: view.name }),
    };
  },
});

interface Offered {
  readonly at: DateTime;
  /** The candidate has left. */
  readonly isGone: boolean;
}

/** What the commands would refuse is not offered. */
function offersOf(dossier: Dossier, { actor, at, isGone }: Offered & { readonly actor: Actor }) {
  const { nomination, missing, candidate } = dossier;
  const handles = mayHandle({ actor }, candidate);
  const hasDossier = nomination !== undefined && canMove(nomination.data.state, 'submitLate') && !lacksConsent(dossier);
  return {
    isOwn: !handles,
    canTakeIn: handles && hasDossier && missing.length === 0 && at > openUntil(dossier),
    canReopen: handles && hasDossier && nomination.data.state === 'lapsed' && !isGone,
    canExtend: handles && extendable(dossier) && !isGone,
    canEnter: handles && !hasBegun(dossier) && !isGone,
  };
}

const isBegun = ({ assessment, nomination }: Dossier): boolean => assessment !== undefined || nomination !== undefined;

function missingNames(dossier: Dossier): string {
  if (!isBegun(dossier)) return '';
  const { criteria, missing } = dossier;
  const names = criteria.filter(({ id }) => missing.includes(id)).map(({ id, name }) => `${id} (${name})`);
  return names.join('; ');
}

/** How far it has come, and until when there is time. */
function standsWords(texts: Texts, dossier: Dossier, { at, isGone }: Offered): string {
  const { nomination, missing, extension, candidate } = dossier;
  const until = openUntil(dossier);
  const lines = [
    isBegun(dossier) ? '' : texts.t('words.lateForm.notBegun'),
    missing.length > 0 ? '' : texts.t(`words.lateForm.complete.${nomination === undefined ? 'notAsked' : 'asked'}`),
    texts.t(`words.lateForm.until.${at <= until ? 'open' : 'over'}`, { until }),
    lacksConsent(dossier) ? texts.t('words.lateForm.noConsent') : '',
    isGone ? texts.t('words.lateForm.left', { name: candidate.name }) : '',
    extension === undefined ? '' : texts.t('words.lateForm.extended', { reason: extension.data.given.reason }),
  ];
  return lines.filter((line) => line !== '').join(' ');
}

import { fitted } from '../../../cards/kit/fitted.ts';
import type { Tone } from '../../../cards/kit/kit.ts';
import { dossierCard } from '../../../cards/review/dossier.ts';
import { instantOf } from '../../domain/calendar/calendar.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayOpine } from '../../domain/policy/review.ts';
import { sharingRoom } from '../../domain/text/beginning-of.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { isWithheld } from '../../model/dossier/as-read-by.ts';
import { formerWords } from '../../model/dossier/former.ts';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { paperWords } from '../../model/dossier/paper.ts';
import { dossierParts, evidenceOf, evidenceWords } from '../../model/dossier/parts.ts';
import { sentAs, sentNames } from '../../model/dossier/sent-names.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { actedBy, replacedWords } from '../../model/people/acted-by.ts';
import { roundName } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Nomination } from '../../records/nomination.ts';
import { asked } from './my-dossiers.ts';
import { reviewDossier } from './refs.ts';
import type { Reviewed } from './reviewed.ts';
import { sentBackWords } from './sent-back.ts';
import { detailOf, momentOf, seenDossier } from './viewing.ts';

/** On the wire: three reasons as long as they may be, beside the dates. */
const reasonsRoom = 3_400;

const stateTones: Partial<Record<string, Tone>> = { submitted: 'accent', returned: 'warning', onHold: 'warning' };

function factsOf(
  texts: Texts,
  { nomination, plan }: Reviewed,
  { inPlaceOf, paper }: { inPlaceOf: string; paper: string },
): { label: string; value: string }[] {
  const { level, submitted, late, opinionDueAt, state, destroyedOn } = nomination.data;
  const { zone } = plan;
  const rows: readonly (readonly [string, string])[] = [
    ['level', plan.levels.find(({ id }) => id === level)?.name ?? level],
    ['sent', submitted === null ? '' : momentOf(texts, submitted.at, zone)],
    ['destroyed', destroyedOn === undefined ? '' : formatIsoDate(destroyedOn)],
    ['paper', paper],
    ['late', late?.reason ?? ''],
    ['inPlaceOf', inPlaceOf],
    [
      'due',
      state === 'submitted' && opinionDueAt !== null ? texts.t('words.at', { at: instantOf(opinionDueAt, zone) }) : '',
    ],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label: texts.t(`words.review.fact.${label}`), value }));
}

/** What the opinion says and whose it is; empty where nobody gave one in time. */
async function opinionText(
  turn: Turn,
  texts: Texts,
  { opinion, zone }: { opinion: Nomination['opinion']; zone: string },
): Promise<string> {
  if (opinion === null || opinion.by === '') return '';
  const given = { by: await actedBy(turn, texts, opinion), at: momentOf(texts, opinion.at, zone) };
  return [texts.t('words.review.byAt', given), opinion.reason].filter((words) => words !== '').join('\n');
}

/** In whose place the reader is asked; empty for whoever is asked in their own post, or is not. */
async function inPlaceWords(
  turn: Turn,
  texts: Texts,
  { dossier, actor }: { dossier: Reviewed; actor: Actor },
): Promise<string> {
  const { acts, inPlaceOf } = await opinersOf(turn, dossier.nomination.data);
  return acts === actor.id && inPlaceOf !== null ? replacedWords(turn, texts, inPlaceOf) : '';
}

/** The name as the reviewer's lists show it, apart from others of the same name. */
async function nameApart(turn: Turn, dossier: Reviewed): Promise<string> {
  const { nomination, facts, round } = dossier;
  if (facts.reviewerId === null) return sentAs(dossier).name;
  const all = await asked(turn, round.data.round, [facts.reviewerId]);
  return (await sentNames(turn, all)).get(nomination.id) ?? sentAs(dossier).name;
}

/**
 * The dossier for whoever may see it, whole as far as a card has room, with what became of an earlier return; the buttons only for the one
 * whose opinion it waits for.
 */
export const dossierPage = definePage({
  name: reviewDossier,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const seen = await seenDossier(turn, viewer, params.nomination);
    if (seen === undefined) return null;
    const { dossier, actor } = seen;
    const { nomination, plan, facts, withheld } = dossier;
    // Of one that was sent back an opinion given before no longer counts.
    const opinion = nomination.data.state === 'returned' ? null : nomination.data.opinion;
    const state = await toldState(turn, actor, nomination.data);
    const loose = evidenceOf(dossier, '');
    const name = await nameApart(turn, dossier);
    const parts = dossierParts(texts, dossier);
    const view = {
      nomination: nomination.id,
      rev: String(nomination.rev),
      round: nomination.data.round,
      roundName: roundName(plan, dossier.round),
      name,
      detail: [detailOf(texts, { ...sentAs(dossier), kind: dossier.candidate.kind }), codeOf(texts, dossier)].join(
        ' · ',
      ),
      chip: texts.t(`words.state.${state}`),
      tone: stateTones[state] ?? ('emphasis' as const),
      facts: factsOf(texts, dossier, {
        inPlaceOf: await inPlaceWords(turn, texts, { dossier, actor }),
        paper: await paperWords(turn, texts, dossier),
      }),
      opinionHeading: opinion === null ? '' : texts.t(`words.review.opinion.${opinion.kind}`),
      opinionText: await opinionText(turn, texts, { opinion, zone: plan.zone }),
      former: await formerWords(turn, texts, nomination.data),
      back: opinion === null ? await sentBackWords(turn, texts, dossier) : null,
      hasLoose: loose.length > 0 || withheld.evidence.has(''),
      looseCount: evidenceWords(texts, loose.length, withheld.evidence.has('')),
      isWithheld: isWithheld(dossier),
      mayOpine: mayOpine(actor, facts) && state === 'submitted',
      isReviewer: facts.reviewerId === actor.id || mayOpine(actor, facts),
    };
    // Reasons are read first: what others wrote is cut before they are, and they only where signs that are two on the wire fill them.
    const values = view.facts.map(({ value }) => value);
    const reasons = sharingRoom(
      [view.back?.reason ?? '', view.opinionText, view.former.map(({ text }) => text).join('\n'), ...values],
      reasonsRoom,
    );
    const [backReason = '', opinionSaid = '', formerSaid = '', ...shortValues] = reasons;
    const said = parts.map((part) => (part.hasReason ? part.reason : part.words));
    const evidence = parts.map((part) => part.evidence.map((each) => each.name).join('; '));
    const card = fitted([...said, ...evidence], (shown) =>
      dossierCard(
        texts,
        {
          ...view,
          facts: view.facts.map(({ label }, i) => ({ label, value: shortValues[i] ?? '' })),
          opinionText: opinionSaid,
          former:
            view.former.length === 0
              ? []
              : [{ heading: view.former.map(({ heading }) => heading).join('; '), text: formerSaid }],
          back: view.back && { ...view.back, reason: backReason },
          parts: parts.map((part, i) => ({
            ...part,
            said: shown[i] ?? '',
            isCut: shown[i] !== said[i],
            evidenceNames: shown[parts.length + i] ?? '',
          })),
        },
        banner,
      ),
    );
    return { card, summary: texts.t('summaries.review.dossier', { name }) };
  },
});

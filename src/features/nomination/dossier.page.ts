import type { z } from 'zod';
import type { Tone } from '../../../cards/kit/kit.ts';
import { dossierCard } from '../../../cards/nomination/dossier.ts';
import type { Want } from '../../domain/dossier/next-step.ts';
import { canMove, isSent } from '../../domain/dossier/nomination.ts';
import { enters, isOwn } from '../../domain/policy/dossier.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { ReadDossier } from '../../model/dossier/as-read-by.ts';
import { meetingOf, stepView, wantsOf } from '../../model/dossier/next-step.ts';
import { codeOf, idsOf } from '../../model/dossier/own.ts';
import { paperWords } from '../../model/dossier/paper.ts';
import { evidenceWords } from '../../model/dossier/parts.ts';
import { roundName } from '../../model/round/round.ts';
import { type Ask, type Composed, definePage, type PageDef } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import type { DepartmentMeeting } from '../../records/meeting.ts';
import { nominationId } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { noteOf, timelineOf } from './dossier-history.ts';
import { levelText } from './level.ts';
import { type dossierParams, dossierShow } from './refs.ts';
import { deadlineText, nameFor, type Seen, seenDossier, stateOf } from './seen-dossier.ts';
import { fitsOneCard } from './sheet-inputs.ts';

interface Part {
  readonly label: string;
  readonly text: string;
  readonly state: string;
  readonly tone: Tone;
}

async function dossierPage(ask: Ask<z.infer<typeof dossierParams>>): Promise<Composed | null> {
  const { turn, texts, viewer, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null) return null;
  const { dossier } = seen;
  const { candidate } = dossier;
  const meeting = await meetingOf(turn, dossier);
  const timeline = await timelineOf(turn, texts, seen);
  const view = {
    ...idsOf(dossier),
    code: codeOf(texts, dossier),
    roundName: roundName(dossier.plan, dossier.round),
    name: await nameFor(turn, seen),
    department: candidate.kind === 'department' ? texts.t('words.dossier.collective') : candidate.departmentName,
    ...stateOf(texts, seen),
    ...(await noteOf(ask, seen)),
    step: stepView(texts, dossier, { step: seen.step, actor: seen.actor }),
    paper: await paperWords(turn, texts, dossier),
    deadline: seen.writes ? deadlineText(texts, dossier, viewer.at) : '',
    // Of what was destroyed nothing is wanting.
    parts:
      dossier.nomination?.data.destroyedOn !== undefined
        ? []
        : partsOf(texts, dossier, { meeting, wanting: await wantsOf(turn, dossier) }),
    timeline,
    hasTimeline: timeline.length > 0,
    ...actionsFor(seen),
  };
  return {
    card: dossierCard(texts, view, banner),
    summary: texts.t('summaries.nomination.dossier', { code: view.code }),
  };
}

/** What the plan asks for and what is there (V.1; evidence only "nếu có"). */
function partsOf(
  texts: Texts,
  dossier: ReadDossier,
  { meeting, wanting }: { meeting: Loaded<DepartmentMeeting> | undefined; wanting: readonly Want[] },
): Part[] {
  const { criteria, missing, evidence, plan, nomination } = dossier;
  const wish = dossier.assessment?.data.wish ?? 'undecided';
  const chip = (isMissing: boolean): Pick<Part, 'state' | 'tone'> =>
    isMissing
      ? { state: texts.t('words.dossier.part.missing'), tone: 'warning' }
      : { state: texts.t('words.dossier.part.there'), tone: 'good' };
  const optional: Pick<Part, 'state' | 'tone'> = { state: texts.t('words.dossier.part.optional'), tone: 'emphasis' };
  const withholds = dossier.withheld.evidence.size > 0;
  const declines = wish === 'declines';
  const declined: Pick<Part, 'state' | 'tone'> = { state: texts.t('words.dossier.part.declined'), tone: 'emphasis' };
  const loose = evidence.filter((e) => e.data.criterion === '').length;
  const parts: Part[] = [
    {
      label: texts.t('words.dossier.part.assessment'),
      text:
        missing.length === 0
          ? texts.t('words.dossier.part.allAnswered', { total: criteria.length })
          : texts.t(`words.dossier.part.${declines ? 'answeredSome' : 'notAnswered'}`, {
              missing: missing.join(', '),
              done: criteria.length - missing.length,
              total: criteria.length,
            }),
      ...(declines ? optional : chip(missing.length > 0)),
    },
    {
      label: texts.t('words.dossier.part.wish'),
      text: wish === 'asks' ? levelText(texts, dossier) : texts.t(`words.dossier.wish.${wish}`),
      ...(declines ? declined : chip(wanting.includes('wish') || wanting.includes('consent'))),
    },
    {
      label: texts.t('words.dossier.part.evidence'),
      text: [
        evidenceWords(texts, evidence.length, withholds),
        ...(loose === 0 ? [] : [texts.t('words.dossier.looseEvidence', { n: loose })]),
      ].join('; '),
      // Of what is entered from a paper, the scan is wanted.
      ...(evidence.length === 0 && !withholds && !wanting.includes('scan') ? optional : chip(wanting.includes('scan'))),
    },
  ];
  if (plan.settings.departmentMeeting !== 'off') {
    parts.push({
      label: texts.t('words.dossier.part.meeting'),
      text:
        meeting === undefined
          ? texts.t('words.dossier.part.noMeeting')
          : texts.t('words.dossier.part.meetingOn', { date: formatIsoDate(meeting.data.heldOn) }),
      ...(meeting === undefined && (declines || !wanting.includes('meeting')) ? optional : chip(meeting === undefined)),
    });
  }
  if (nomination !== undefined && isSent(nomination.data.state)) {
    const received = nomination.data.originalReceivedOn;
    parts.push({
      label: texts.t('words.dossier.part.original'),
      text:
        received === null
          ? texts.t('words.dossier.part.originalWanted')
          : texts.t('words.dossier.part.originalOn', { date: formatIsoDate(received) }),
      ...chip(received === null),
    });
  }
  return parts;
}

function actionsFor({ dossier, actor, writes, step }: Seen) {
  const { state } = dossier.facts;
  const isThere = dossier.nomination !== undefined;
  const asks = isThere && dossier.assessment?.data.wish === 'asks';
  return {
    canChangeLevel: writes && asks,
    // What goes on in one card with all criteria is that same card.
    canAssess: writes && !(step === 'goOn' && fitsOneCard(dossier)),
    canRead: !writes,
    canDrop: enters(actor, dossier.candidate) && writes && dossier.facts.sentAt === null,
    canWithdraw: isOwn(actor, dossier.candidate) && isThere && state !== 'draft' && canMove(state, 'withdraw'),
  };
}

export const dossierPages: readonly PageDef[] = [
  definePage({
    name: dossierShow,
    subject: ({ round, candidate }) => (round === '' || candidate === '' ? '' : nominationId(round, candidate)),
    compose: dossierPage,
  }),
];

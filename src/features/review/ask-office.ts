import { type OfficeWord, tellOffice } from '../../model/people/tell-office.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Change } from '../../ports/store.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { intakeQueue } from '../intake/refs.ts';

/** An opinion makes it the office's turn. Nobody is asked to check their own dossier. */
export const askOffice = (
  turn: Turn,
  nomination: Loaded<Nomination>,
  word: Pick<OfficeWord, 'at' | 'by'>,
): Promise<Change> =>
  tellOffice(turn, {
    ...word,
    kind: 'intake.request',
    show: intakeQueue.ref({ round: nomination.data.round }),
    subject: nomination.id,
    rev: nomination.rev + 1,
    coalesce: 'intake.request',
    except: [nomination.data.candidate.id],
  });

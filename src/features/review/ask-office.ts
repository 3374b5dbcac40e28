import type { DateTime } from 'luxon';
import type { Change } from '../../ports/store.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded, Scope } from '../../records/record.ts';
import { tellOffice } from '../tell-office.ts';

/** An opinion, or its absence, makes it the office's turn. Nobody is asked to check their own dossier. */
export const askOffice = (
  scope: Scope,
  nomination: Loaded<Nomination>,
  { at, by }: { readonly at: DateTime; readonly by: string },
): Change =>
  tellOffice(scope, {
    at,
    by,
    kind: 'intake.request',
    show: { page: 'intake.queue', params: { round: nomination.data.round } },
    subject: nomination.id,
    rev: nomination.rev + 1,
    coalesce: 'intake.request',
    except: [nomination.data.candidate.id],
  });

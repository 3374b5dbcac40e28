import { DateTime } from 'luxon';
import { type Owing, oweSpread } from '../../delivery/owe/owe.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import type { Change } from '../../ports/store.ts';
import type { Scope } from '../../records/record.ts';

export interface OfficeWord extends Pick<Owing, 'kind' | 'show' | 'subject' | 'rev'> {
  readonly at: DateTime;
  readonly by: string;
  readonly coalesce?: string;
  /** People of the office who are not told: it is their own dossier or act, or they are told otherwise. */
  readonly except: readonly string[];
}

/** Word to everyone of the office, however many they are: carried out after the commit that it is part of. */
export const tellOffice = (scope: Scope, word: OfficeWord): Change =>
  oweSpread(scope, word.at, {
    cause: `office:${word.kind}:${word.subject}@${word.rev}`,
    kind: 'office',
    // Nobody acts for the office for a time.
    audience: { kind: 'officers', acting: [] },
    params: {
      kind: word.kind,
      subject: word.subject,
      rev: String(word.rev),
      coalesce: word.coalesce ?? '',
      except: word.except.join(' '),
      page: word.show.page,
      ...Object.fromEntries(Object.entries(word.show.params).map(([name, value]) => [`show.${name}`, value])),
    },
    startedBy: word.by,
  });

export const officeSpread: SpreadDef = {
  kind: 'office',
  owes: async (_deps, { params }, person) => {
    const { kind = '', subject = '', rev, coalesce = '', except = '', from = '', page = '' } = params;
    if (!isOffice(person.data) || except.split(' ').includes(person.id)) return undefined;
    const shown = Object.entries(params).filter(([name]) => name.startsWith('show.'));
    return {
      to: person.id,
      kind,
      subject,
      rev: Number(rev),
      coalesce,
      urgent: true,
      cause: subject,
      ...(from === '' ? {} : { from: DateTime.fromISO(from) }),
      show: { page, params: Object.fromEntries(shown.map(([name, value]) => [name.slice('show.'.length), value])) },
    };
  },
};

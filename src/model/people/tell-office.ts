import { DateTime } from 'luxon';
import { type Owing, oweSpread } from '../../delivery/owe/owe.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { inPosts } from '../../pipeline/acting.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Change } from '../../ports/store.ts';
import { officersNow } from './posts-audience.ts';

export interface OfficeWord extends Pick<Owing, 'kind' | 'show' | 'subject' | 'rev'> {
  readonly at: DateTime;
  readonly by: string;
  readonly coalesce?: string;
  /** People of the office who are not told: it is their own dossier or act, or they are told otherwise. */
  readonly except: readonly string[];
}

/** Word to everyone of the office and to whoever has a hand in its work, however many they are: carried out after the commit that it is part of. */
export const tellOffice = async (turn: Turn, word: OfficeWord): Promise<Change> =>
  oweSpread(turn.scope, word.at, {
    cause: `office:${word.kind}:${word.subject}@${word.rev}`,
    kind: 'office',
    audience: await officersNow(turn),
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
  owes: async (turn, { params }, person) => {
    const { kind = '', subject = '', rev, coalesce = '', except = '', from = '', page = '' } = params;
    if (!isOffice((await inPosts(turn, person)).data) || except.split(' ').includes(person.id)) return undefined;
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

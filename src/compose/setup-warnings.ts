import { type Config, shippedPapers } from '../config.ts';
import { isOwn, listOf } from '../config-checks.ts';
import { templateWarnings } from './own-templates.ts';

/** What the unit's records tell of its setup. */
export interface Known {
  /** Of the roster. */
  readonly people: number;
  /** Of them, those whom Teams' identity leads to. */
  readonly identified: number;
  /** Whether anybody acts for the office. */
  readonly hasOffice: boolean;
}

/** What works by the letter and yet cannot do what it is there for: said at start, before anybody meets it at 16:55 on the last day. */
export function setupWarnings(config: Config, { people, identified, hasOffice }: Known): string[] {
  const { local, loopback, ATTACHMENT_HOSTS, PAPERS_DIR, PUBLIC_URL } = config;
  const isReal = !local && !loopback;
  return [
    local && 'local mode: no tokens are asked, so whoever reaches this address on this machine may act as anybody',
    isReal &&
      listOf(ATTACHMENT_HOSTS).length === 0 &&
      'ATTACHMENT_HOSTS names no host: every file that people attach is refused; name your SharePoint hosts, such as contoso.sharepoint.com contoso-my.sharepoint.com',
    isReal && isOwn(PUBLIC_URL) && 'PUBLIC_URL is an address of this machine: nobody else can open a download link',
    people === 0 && config.ROSTER_FILE === undefined && 'nobody is known here: ROSTER_FILE names no roster to import',
    people > identified &&
      `${people - identified} of ${people} people of the roster have no aadObjectId: they can neither be written to nor use the bot`,
    people > 0 && !hasOffice && 'nobody acts for the office: no role in the roster, and OFFICE_ADMINS names none of it',
    ...templateWarnings(shippedPapers, PAPERS_DIR),
  ].filter((warning) => warning !== false);
}

import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Plan } from '../domain/plan/plan.ts';
import type { Actor } from '../domain/policy/roles.ts';
import type { Clock } from '../ports/clock.ts';
import type { Attachment, Attachments, Files, Links } from '../ports/files.ts';
import type { Locale } from '../ports/pages.ts';
import type { Store } from '../ports/store.ts';
import type { WriteWorkbook } from '../ports/workbook.ts';
import type { Person } from '../records/person.ts';
import type { Loaded, Scope } from '../records/record.ts';
import type { Texts } from '../screens/texts.ts';

/** What every command and page may use. */
export interface Deps {
  readonly store: Store;
  readonly scope: Scope;
  readonly clock: Clock;
  /** The plan in force; a round keeps to the version it was opened under (`roundPlan`). */
  readonly plan: Plan;
  readonly planVersion: string;
  readonly files: Files;
  readonly links: Links;
  readonly attachments: Attachments;
  readonly writeWorkbook: WriteWorkbook;
  readonly texts: (locale: Locale) => Texts;
  /** A fresh id (ULID) for a form or a record. */
  readonly newId: () => string;
  /** Tells the sender that new work was committed, so that it does not wait for its next look. */
  readonly wake: () => void;
  readonly log: Logger;
}

/** The conversation a command came from. */
export interface Place {
  readonly kind: 'personal' | 'channel';
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly teamId: string;
  readonly channelName: string;
  readonly botId: string;
}

/** One authenticated request of a known person. */
export interface Ctx {
  readonly deps: Deps;
  /** As the rules see the person. */
  readonly actor: Actor;
  readonly me: Loaded<Person>;
  /** The authenticated activity's instant, in the plan's zone: what deadlines are measured by. */
  readonly at: DateTime;
  readonly place: Place;
  readonly attachments: readonly Attachment[];
}

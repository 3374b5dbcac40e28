import type { Logger } from 'pino';
import type { Facts } from '../domain/errors.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { WriteArchive } from '../ports/archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { Attachments, Files, Links } from '../ports/files.ts';
import type { Locale } from '../ports/pages.ts';
import type { Papers } from '../ports/papers.ts';
import type { Store } from '../ports/store.ts';
import type { Texts } from '../ports/texts.ts';
import type { ReadWorkbook, WriteWorkbook } from '../ports/workbook.ts';
import type { Scope } from '../records/record.ts';

/** What a process has once, whatever unit it works for. */
export interface Machine {
  /** The Teams tenant that all its units belong to. */
  readonly tenant: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly files: Files;
  readonly links: Links;
  readonly attachments: Attachments;
  readonly writeWorkbook: WriteWorkbook;
  readonly readWorkbook: ReadWorkbook;
  readonly writeArchive: WriteArchive;
  readonly papers: Papers;
  /** @param known facts that every sentence may name; within a turn its office's name (`textsOf`) */
  readonly texts: (locale: Locale, known?: Facts) => Texts;
  /** A fresh id (ULID) for a form or a record. */
  readonly newId: () => string;
  /** Tells those lanes that work of theirs was committed, so that they do not wait for their next look. */
  readonly wake: (lanes: ReadonlySet<string>) => void;
  readonly log: Logger;
}

/** What is one unit's own. */
export interface Office {
  readonly scope: Scope;
  /** The plan in force; a round keeps to the version it was opened under (`roundPlan`). */
  readonly plan: Plan;
  readonly planVersion: string;
}

/** The words of an office: each sentence can name it as `{office}`. */
export const textsOf =
  ({ texts }: Pick<Machine, 'texts'>, { plan }: Pick<Office, 'plan'>) =>
  (locale: Locale): Texts =>
    texts(locale, { office: plan.unit.office });

/** The office of a document's, a person's or a conversation's unit; undefined when this process does not serve it. */
export type OfficeOf = (unit: string) => Office | undefined;

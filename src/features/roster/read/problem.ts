import type { Garbling } from '../../../domain/text/garbled.ts';
import { beginning } from '../../../domain/text/vietnamese.ts';
import type { RosterColumn } from './roster-columns.ts';

/** Of a file as a whole: it cannot be read, and how it should be saved. */
export type FileCode =
  | ('fileEmpty' | 'fileTooBig' | 'fileEncoding' | 'fileBroken' | 'fileUnknown' | 'filePassword')
  | ('fileOldExcel' | 'fileBinaryExcel' | 'fileOpenDocument' | 'fileNumbers' | 'filePdf' | 'fileWebPage')
  | ('workbookTooBig' | 'tooManyRows' | 'tooWide' | 'noHeader' | 'openQuote');
type ColumnCode = 'columnMissing' | 'noIdentityColumn' | 'columnDoubled' | 'columnMisspelt';
type CellCode =
  | ('missing' | 'noIdentity' | 'tooLong' | 'cellError' | 'surplusCells' | 'duplicate')
  | ('notEntraId' | 'notAddress' | 'notDate' | 'unknownRole' | 'unknownGender' | 'unknownStatus')
  | ('endBeforeStart' | 'statusEndBeforeStart' | 'noPeople' | 'noOffice' | 'noOfficeDepartment')
  | ('idsOfTwo' | 'emailOfAnother' | 'emailTaken' | 'idShared' | 'samePerson')
  | Garbling;
/** What was read otherwise than it stands there, or not at all: whoever imports the file is shown it first. */
type RemarkCode =
  | ('columnUnread' | 'columnAbsent' | 'sheetUnread' | 'lineUnread')
  | ('departmentLine' | 'rolesFromTitle' | 'dateFromNumber' | 'nobodyOffice' | 'nameJoined');

export type ProblemCode = FileCode | ColumnCode | CellCode | RemarkCode;

/** Something to be told of a roster file; its words are `rosterFile.reasons.<code>` in the locales. */
export interface RosterProblem {
  readonly code: ProblemCode;
  /** From 1, as the program shows it that the file was made with; of the file as a whole there is none. */
  readonly line?: number;
  readonly column?: RosterColumn;
  /** As it stands in the file, or as much of it as can be shown. */
  readonly value?: string;
  /** The same of all problems of a kind. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** The other line that it is about. */
  readonly otherLine?: number;
}

/** As much of a value as a line of words has room for. */
export const shown = (value: string): string => {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 60 ? `${beginning(line, 60)}…` : line;
};

import { CodedError } from '../../../domain/errors.ts';
import type { Texts } from '../../../ports/texts.ts';
import type { Sheet } from '../../../ports/workbook.ts';
import { type ProblemCode, type RosterProblem, shown } from './problem.ts';

/** What has room on a card; the rest is counted, and stands in the file of all. */
const mostGroups = 20;
const mostPlaces = 3;
/** Told by what they name: their line is that of the heading, or none. */
const byName = new Set<ProblemCode>(['columnUnread', 'columnAbsent', 'columnMissing', 'sheetUnread']);

const at = 'words.rosterFile';

/**
 * Problems of one kind in one line of words, "Thiếu phòng: dòng 5, 8, 12 và 40 dòng khác"; below twenty of them, how many are left out.
 * @param values whether what stands in the file may be shown: in no log
 */
export function problemLines(
  problems: readonly RosterProblem[],
  texts: Texts,
  { values } = { values: true },
): string[] {
  const groups = new Map<string, RosterProblem[]>();
  for (const problem of problems) {
    const reason = reasonOf(problem, texts);
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [problem]);
    else group.push(problem);
  }
  const all = [...groups];
  const left = all.slice(mostGroups).map(([, group]) => group.length);
  const told = all.slice(0, mostGroups).map(([reason, group]) => groupLine(reason, group, texts, values));
  if (left.length === 0) return told;
  const count = left.reduce((sum, each) => sum + each);
  return [...told, texts.t(`${at}.more`, { count, kinds: left.length })];
}

function groupLine(reason: string, group: readonly RosterProblem[], texts: Texts, values: boolean): string {
  const [first] = group;
  if (first === undefined || (first.line === undefined && first.value === undefined)) return reason;
  const isByName = byName.has(first.code) || first.line === undefined;
  const places = group
    .slice(0, mostPlaces)
    .map((problem) => (isByName ? nameOf(problem, texts) : placeOf(problem, texts, values)))
    .join(', ');
  const count = group.length - mostPlaces;
  return texts.t(`${at}.${isByName ? 'named' : 'lines'}`, { reason, places, count: Math.max(0, count) });
}

const nameOf = ({ value, column }: RosterProblem, texts: Texts): string => value ?? columnName(column, texts);

function placeOf({ line = 0, value = '', otherLine = 0 }: RosterProblem, texts: Texts, values: boolean): string {
  if (!values || value === '') return String(line);
  return texts.t(`${at}.${otherLine > 0 ? 'placeLike' : 'place'}`, { line, value: shown(value), otherLine });
}

/** The same words for all problems of a kind: they are grouped by them. */
function reasonOf({ code, column, facts }: RosterProblem, texts: Texts): string {
  const { roles, ...others } = facts ?? {};
  const names = String(roles ?? '')
    .split(' ')
    .filter((role) => role !== '');
  return texts.t(`${at}.reasons.${code}`, {
    column: columnName(column, texts),
    roles: names.map((role) => texts.t(`words.roster.role.${role}`)).join(', '),
    ...others,
  });
}

const columnName = (column: RosterProblem['column'], texts: Texts): string =>
  column === undefined ? '' : texts.t(`${at}.columns.${column}`);

/** All of them, one a row: line, column, value and reason. */
export function problemSheet(problems: readonly RosterProblem[], texts: Texts): Sheet {
  const title = (key: string): string => texts.t(`${at}.sheet.${key}`);
  return {
    name: title('name'),
    columns: [
      { title: title('line'), width: 8 },
      { title: title('column'), width: 22 },
      { title: title('value'), width: 40 },
      { title: title('reason'), width: 70 },
    ],
    rows: problems.map((problem) => {
      const { line = null, column, value = null, otherLine } = problem;
      const reason = reasonOf(problem, texts);
      return [
        line,
        columnName(column, texts),
        value,
        otherLine === undefined ? reason : texts.t(`${at}.reasonLike`, { reason, otherLine }),
      ];
    }),
  };
}

/** @param texts of whoever is to read it */
export const rosterInvalid = (problems: readonly RosterProblem[], texts: Texts): CodedError =>
  new CodedError('ROSTER_INVALID', { count: problems.length, problems: problemLines(problems, texts).join('\n') });

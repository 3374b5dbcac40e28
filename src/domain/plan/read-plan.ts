import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { fileProblems } from '../settings/plan-with.ts';
import { garbling, garblingReasons } from '../text/garbled.ts';
import { beginning } from '../text/vietnamese.ts';
import type { PlanProblem } from './checks/check.ts';
import { dated } from './dated.ts';
import { inTodaysShape } from './earlier-shapes.ts';
import { type Plan, planSchema } from './plan.ts';
import { checkPlan } from './plan-checks.ts';

/** Of a text that is shown with what is wrong with it. */
const excerpt = 80;

/**
 * Reads a plan, also one in the shape of an earlier release.
 * @throws CodedError PLAN_INVALID {count, problems}: every problem found, one a line, `line L, column C, path: reason`, in the order
 *   of the file, in English for the administrator who starts the program
 */
export function readPlan(yamlText: string): Plan {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines });
  if (document.errors.length > 0) {
    // The parser's messages go on with an excerpt of the file; the first line is the reason.
    refuse(
      document.errors.map((error) => ({ at: error.pos[0], text: error.message.split('\n', 1)[0] ?? '' })),
      lines,
    );
  }
  const garbled = garbledTexts(document, yamlText);
  const content = dated(inTodaysShape(document.toJS()));
  const shape = planSchema.safeParse(content);
  const malformed: PlanProblem[] = shape.success ? [] : shape.error.issues.flatMap(problemsOf);
  const found = [...malformed, ...checkPlan(wellFormedSections(content))];
  const problems = shape.success && found.length === 0 ? fileProblems(shape.data) : found;
  if (shape.success && problems.length === 0 && garbled.length === 0) return shape.data;
  return refuse(
    [
      ...garbled,
      ...problems.map(({ path, reason }) => ({
        at: positionOf(document, path),
        text: `${pathText(path)}: ${reason}${gotText(document, path)}`,
      })),
    ],
    lines,
  );
}

/** Texts that did not come through whole: everybody would read them so. */
function garbledTexts(document: Document.Parsed, yamlText: string): { at: number; text: string }[] {
  const found: { at: number; text: string }[] = [];
  visit(document, {
    Scalar: (_key, { value, range }) => {
      const cause = typeof value === 'string' ? garbling(value) : undefined;
      if (typeof value !== 'string' || cause === undefined) return;
      const line = value.split('\n').find((each) => garbling(each) !== undefined) ?? value;
      const start = range?.[0] ?? 0;
      // A text of several lines begins at its sign, and its lines are further down.
      const at = yamlText.indexOf(line.trim(), start);
      found.push({
        at: at < 0 ? start : at,
        text: `${garblingReasons[cause]} (got ${JSON.stringify(beginning(line, excerpt))})`,
      });
    },
  });
  return found;
}

function wellFormedSections(content: unknown): Partial<Plan> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(content);
  const sections: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(planSchema.shape)) {
    const section = schema.safeParse(parsed.data?.[name]);
    if (section.success) sections[name] = section.data;
  }
  return sections;
}

/** An unknown key is blamed on its own line, not on that of the section around it. */
function problemsOf(issue: z.core.$ZodIssue): PlanProblem[] {
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key], reason: 'unknown key' }))
    : [{ path: issue.path, reason: issue.message }];
}

/** Offset of the value, or of the nearest part around it when the value is missing. */
function positionOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** `criteria.person[1].text` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

function gotText(document: Document.Parsed, path: readonly PropertyKey[]): string {
  const value: unknown = document.getIn(path);
  return ['string', 'number', 'boolean'].includes(typeof value) ? ` (got ${JSON.stringify(value)})` : '';
}

function refuse(found: readonly { readonly at: number; readonly text: string }[], lines: LineCounter): never {
  const problems = found
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, text }) => {
      const { line, col } = lines.linePos(at);
      return `line ${line}, column ${col}, ${text}`;
    });
  throw new CodedError('PLAN_INVALID', { count: problems.length, problems: problems.join('\n') });
}

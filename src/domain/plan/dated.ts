import { DateTime } from 'luxon';
import { z } from 'zod';

const titled = z.looseObject({
  title: z.string(),
  legalBasis: z.array(z.looseObject({ id: z.string(), date: z.string().nullable(), title: z.string() })),
});

/**
 * A title that cites a text of the legal basis says `{date of <id>}`: its date stands in the file once, so that whoever corrects it
 * corrects every message and paper. What is not known stays as it is, and `checkPlan` blames it.
 */
export function dated(content: unknown): unknown {
  const plan = titled.safeParse(content);
  if (!plan.success) return content;
  const { title, legalBasis } = plan.data;
  const dates = new Map(legalBasis.map(({ id, date }) => [id, date]));
  const said = (text: string): string =>
    text.replace(cited, (whole, id: string) => {
      const date = DateTime.fromISO(dates.get(id) ?? '');
      return date.isValid ? date.toFormat('d/M/yyyy') : whole;
    });
  return {
    ...plan.data,
    title: said(title),
    legalBasis: legalBasis.map((text) => ({ ...text, title: said(text.title) })),
  };
}

const cited = /\{date of ([\w-]+)\}/g;
/** Whether a citation was left open. */
export const citesNothing = (text: string): boolean => text.includes('{date of ');

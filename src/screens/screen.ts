import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import type { z } from 'zod';
import type { Card } from '../ports/messenger.ts';
import type { Banner } from '../ports/pages.ts';
import type { Texts, TextTree } from '../ports/texts.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const cards = new URL('../../cards/', import.meta.url);

/**
 * A screen is a template in `cards/<name>.json`, its words under `cards.<name>` in the locales, and the view that fills them.
 * The template reads the view by `${field}` and its words by `${t.word}`; words may name top-level fields of the view as `{field}`.
 * A view has no optional and no null fields: the template engine throws on null and prints `${x}` for undefined.
 */
export function defineScreen<V extends z.ZodObject>(name: string, view: V) {
  const template = new Template(JSON.parse(readFileSync(new URL(`${name}.json`, cards), 'utf8')));
  const key = `cards.${name.replaceAll('/', '.')}`;
  const screen = (texts: Texts, data: z.input<V>, banner?: Banner): Card => {
    const checked = view.parse(data);
    const t = filled(texts.words(key, checked));
    const card = template.expand({ $root: { ...checked, t, lang: texts.locale } }) as JsonObject;
    return withBanner(finished(card) as JsonObject, banner);
  };
  return Object.assign(screen, { screenName: name, view });
}

/** A template reads plain values only. */
function filled(words: TextTree): TextTree {
  const all: Record<string, string | TextTree> = {};
  // With the words of the prototype: that is where they are read.
  for (const name in words) {
    const word = words[name] ?? '';
    all[name] = typeof word === 'string' ? word : filled(word);
  }
  return all;
}

/** What a template cannot say for itself. */
function finished(node: Json): Json {
  if (Array.isArray(node)) return node.map(finished);
  if (node === null || typeof node !== 'object') return node;
  const walked: JsonObject = Object.fromEntries(Object.entries(node).map(([k, v]) => [k, finished(v)]));
  // A tone is one of the containers' styles; text has a colour for each of them but `emphasis`.
  if (walked.color === 'emphasis') return { ...walked, color: 'default', isSubtle: true };
  if (walked.type === 'Action.Execute') return withSubmitFallback(walked);
  return walked.type === 'ColumnSet' ? withRoomForAll(walked) : walked;
}

/** Percent of a row's width: what the padding of a coloured part of a bar takes on the narrowest card. */
const leastWeight = 12;

/** A part of a bar that is narrower than its padding would push the bar out of the card. */
function withRoomForAll(row: JsonObject): JsonObject {
  const columns = row.columns as JsonObject[];
  const widths = columns.flatMap(({ width }) => (typeof width === 'number' ? [width] : []));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const percent = widths.map((width) => Math.round((width / total) * 100));
  if (widths.length < columns.length || percent.every((weight) => weight >= leastWeight)) return row;
  return { ...row, columns: columns.map((c, i) => ({ ...c, width: Math.max(percent[i] ?? 0, leastWeight) })) };
}

/** Clients without Universal Actions get the same action as a Submit that carries its verb in the data. */
function withSubmitFallback(action: JsonObject): JsonObject {
  const { verb, data, title, style, associatedInputs, tooltip } = action;
  const given = Object.entries({ title, style, associatedInputs, tooltip }).filter(([, v]) => v !== undefined) as [
    string,
    Json,
  ][];
  const submit = {
    type: 'Action.Submit',
    ...Object.fromEntries(given),
    data: { ...(data as JsonObject | undefined), verb: verb ?? '' },
  };
  return { ...action, data: data ?? {}, fallback: submit };
}

function withBanner(card: JsonObject, banner: Banner | undefined): Card {
  if (banner === undefined) return card;
  const notice: JsonObject = {
    type: 'Container',
    style: banner.tone,
    bleed: true,
    items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: banner.text, weight: 'Bolder' }] }],
  };
  const [first, ...rest] = (card.body as JsonObject[] | undefined) ?? [];
  return { ...card, body: first === undefined ? [notice] : [notice, { ...first, spacing: 'Medium' }, ...rest] };
}

export { hasInputs } from '../../cards/kit/has-inputs.ts';

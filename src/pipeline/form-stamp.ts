import { createHash } from 'node:crypto';
import { withValue } from '../../cards/kit/form.ts';
import { isInputId } from '../../cards/kit/input-ids.ts';
import { isAction } from '../delivery/send/stamp-card.ts';
import { legible } from '../domain/text/vietnamese.ts';
import { type CardNode, eachNode } from '../ports/card-nodes.ts';
import type { Card } from '../ports/messenger.ts';
import type { Typed } from '../ports/pages.ts';

/** A click on a card that asks for something, or on the step that followed it. */
export interface FormClick {
  /** The page that asks, and what about. */
  readonly form: string;
  /** What was there when it was clicked and is otherwise than the card showed it. */
  readonly typed: Typed;
  /** Of the same, a digest of what the card showed. */
  readonly shown: Typed;
  /** The button does not take the form's answers. */
  readonly leaves: boolean;
}

interface Stamp {
  readonly of: string;
  /** By input id, a digest of what the card showed. */
  readonly shown: ReadonlyMap<string, string>;
  readonly leaves: boolean;
}

/** Characters that tell one text from another that stood in the same place. */
const digestLength = 4;
const longestAbout = 40;
const hashLength = 22;
const formShape = /^[\w.]{1,60} .{0,40}$/;

/** What a form is kept under: short, because every button of it carries it. @param about what it asks about */
export const formName = (page: string, about: string): string =>
  `${page} ${about.length > longestAbout || about.includes('|') ? hash(about).slice(0, hashLength) : about}`;

/**
 * Every button of a form sends what stands in it, also one that leads away; with it, which form it is and what it showed. Of a step without
 * inputs the buttons say only which form it belongs to.
 * @param form as it is named in what is kept
 */
export function stampForm(card: Card, form: string): Card {
  const inputs = inputsOf(card);
  const shown = new Map(inputs.map(({ id, value }) => [String(id), digest(String(value ?? ''))]));
  return eachNode(card, (node) => {
    if (!isAction(node)) return node;
    const { associatedInputs, ...action } = node;
    const stamp = writeStamp({ of: form, shown, leaves: associatedInputs === 'none' });
    return { ...action, data: { ...(action.data as object | undefined), form: stamp } };
  });
}

/** What a click says of its form, and what is left for the verb: a button that leads away hands on nothing of the form. */
export function readFormClick(data: unknown): { data: unknown; click: FormClick | undefined } {
  if (data === null || typeof data !== 'object' || !('form' in data)) return { data, click: undefined };
  const { form, ...rest } = data as Readonly<Record<string, unknown>>;
  const stamp = readStamp(form);
  if (stamp === undefined) return { data, click: undefined };
  const isThere = (id: string): boolean => ['string', 'number', 'boolean'].includes(typeof rest[id]);
  const changed = [...stamp.shown]
    .filter(([id]) => isThere(id))
    .map(([id, was]) => ({ id, was, value: legible(String(rest[id])) }))
    .filter(({ was, value }) => digest(value) !== was);
  const typed = Object.fromEntries(changed.map(({ id, value }) => [id, value]));
  const shown = Object.fromEntries(changed.map(({ id, was }) => [id, was]));
  const left = stamp.leaves ? Object.fromEntries(Object.entries(rest).filter(([id]) => !stamp.shown.has(id))) : rest;
  return { data: left, click: { form: stamp.of, typed, shown, leaves: stamp.leaves } };
}

/** Whether a click hands in what the card asks for: not by a button that leads away, nor on a step that asks nothing. */
export function handsIn(data: unknown): boolean {
  const stamp = readStamp(Object(data).form);
  return stamp !== undefined && !stamp.leaves && stamp.shown.size > 0;
}

/** The form with what was typed into it before. What can no longer be chosen is left as it is. */
export const fillForm = (card: Card, typed: Typed): Card =>
  eachNode(card, (node) => {
    const value = String(node.type).startsWith('Input.') ? typed[String(node.id)] : undefined;
    return value === undefined || !canBe(node, value) ? node : withValue(node, value);
  });

/** Whether the form now shows something else than when it was typed into, where it was. @param shown digests by input id */
export const showsOther = (card: Card, shown: Typed): boolean =>
  inputsOf(card).some(({ id, value }) => {
    const was = shown[String(id)];
    return was !== undefined && was !== digest(String(value ?? ''));
  });

function canBe({ choices }: CardNode, value: string): boolean {
  if (!Array.isArray(choices)) return true;
  const known = new Set(choices.map((choice: { value: unknown }) => choice.value));
  return value === '' || value.split(',').every((each) => known.has(each));
}

/** Short, because every button carries it twice: `calls.compose one|title=Ab3d,text=|<`. */
const writeStamp = ({ of, shown, leaves }: Stamp): string =>
  [of, [...shown].map((entry) => entry.join('=')).join(','), leaves ? '<' : ''].join('|');

/** @returns undefined for what no card of ours carries */
function readStamp(form: unknown): Stamp | undefined {
  if (typeof form !== 'string') return undefined;
  const [of = '', inputs = '', leaves] = form.split('|');
  const shown = new Map(
    inputs
      .split(',')
      .filter(Boolean)
      .map((entry) => entry.split('=', 2))
      .map(([id = '', was = '']) => [id, was]),
  );
  return formShape.test(of) && [...shown.keys()].every(isInputId) ? { of, shown, leaves: leaves === '<' } : undefined;
}

function inputsOf(card: Card): CardNode[] {
  const inputs: CardNode[] = [];
  eachNode(card, (node) => {
    if (String(node.type).startsWith('Input.')) inputs.push(node);
    return node;
  });
  return inputs;
}

/** Tells one text from another: the card need not carry the text itself a second time. */
const digest = (value: string): string => (value === '' ? '' : hash(value).slice(0, digestLength));
const hash = (value: string): string => createHash('sha256').update(value).digest('base64url');

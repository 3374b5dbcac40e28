import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  Strings,
  SubmitAction,
} from 'adaptivecards';
import type { JsonObject } from '../../shared/types.ts';
import { getState } from '../state/store.ts';
import { textsOf } from '../texts/use-texts.ts';
import { hostConfig } from './host-config.ts';
import { markdownToHtml } from './markdown.ts';

export type Pressed =
  | { kind: 'execute'; action: { id?: string; title?: string; verb: string }; data: JsonObject }
  | { kind: 'submit'; data: JsonObject }
  | { kind: 'open'; url: string };

const config = new HostConfig(hostConfig);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};
Strings.errors.unknownElementType = () => textsOf(getState().language).cardBroken;

/** Draws a card; nothing when it is not one. Inputs are validated by the renderer before `onPress` is called. */
export function drawCard(content: JsonObject, onPress: (pressed: Pressed) => void): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = config;
  card.onExecuteAction = (action) => {
    const pressed = read(action);
    if (pressed) onPress(pressed);
  };
  card.parse(structuredClone(content));
  return card.render();
}

function read(action: Action): Pressed | undefined {
  if (action instanceof OpenUrlAction) return action.url ? { kind: 'open', url: action.url } : undefined;
  if (action instanceof ExecuteAction) {
    const { id, title, verb } = action;
    const named = { ...(id ? { id } : {}), ...(title ? { title } : {}), verb: verb ?? '' };
    return { kind: 'execute', action: named, data: dataOf(action) };
  }
  return action instanceof SubmitAction ? { kind: 'submit', data: dataOf(action) } : undefined;
}

const dataOf = (action: SubmitAction | ExecuteAction) => ({ ...(action.data as JsonObject | undefined) });

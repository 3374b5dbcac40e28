import type { TurnContext } from 'botbuilder';
import type { Request, Response } from 'restify';
import type { ChannelAdapter } from './adapter.ts';
import { dropNulls } from './drop-nulls.ts';
import { type GateAnswer, type GateRules, gate } from './gate.ts';
import type { Exchange } from './in-time.ts';
import { isWithinBounds } from './json-bounds.ts';
import { type RefuseDeps, refuse } from './refuse.ts';

export interface MessagesDeps extends RefuseDeps {
  readonly adapter: ChannelAdapter;
  readonly turn: (context: TurnContext, exchange: Exchange) => Promise<void>;
  readonly rules: GateRules;
}

/** The SDK's answer to an invoke that nobody has answered: of what this app does not have. */
const notServed = 501;
const statusOf = { forbidden: 403, malformed: 400 } as const;

function judged(rules: GateRules, body: unknown): GateAnswer {
  dropNulls(body);
  return gate(rules, body);
}

/** An activity: through the gate, to the SDK, which checks who sent it and lets the turn answer. */
export async function messages(deps: MessagesDeps, req: Request, res: Response): Promise<void> {
  const verdict = isWithinBounds(req.body) ? judged(deps.rules, req.body) : 'malformed';
  if (verdict !== 'pass') {
    deps.log.warn({ verdict }, 'turned away');
    res.send(statusOf[verdict], { code: verdict.toUpperCase() });
    return;
  }
  const answer = await deps.adapter.answer(req.body, req.headers.authorization ?? '', deps.turn);
  if (answer.status < 400 || answer.status === notServed) res.send(answer.status, answer.body ?? {});
  else refuse(deps, res, { status: answer.status, error: answer.body });
}

import { setTimeout as pause } from 'node:timers/promises';
import { CardRefusal, dataOf, findAction, type InputValues } from '../../sandbox/card-reading.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import type { JsonObject } from '../../sandbox/shared/types.ts';
import { cardOf, type Seats, type TurnEnd } from './seats.ts';
import type { TurnTally } from './turn-tally.ts';

/** What people do in turn; each begins somewhere else in it. */
const steps = ['việc của tôi', 'tự đánh giá', 'assess.sheet', 'kế hoạch', 'announce.acknowledge'] as const;
type Step = (typeof steps)[number];

interface Shown {
  readonly messageId: string;
  readonly card: JsonObject;
}

interface Player {
  readonly key: string;
  readonly chatId: string;
  step: number;
  busy: boolean;
  /** The criteria, to be answered. */
  form: Shown | undefined;
  launch: Shown | 'acknowledged' | undefined;
}

interface Playing {
  readonly sandbox: Sandbox;
  readonly seats: Seats;
  readonly keys: readonly string[];
  readonly launchSummary: string;
  readonly tally: TurnTally;
}

/** So many messages and clicks a second, evenly, whether or not the ones before are answered; each person does one thing at a time. */
export function createTurns({ sandbox, seats, keys, launchSummary, tally }: Playing) {
  const players = keys.map(
    (key, i): Player => ({
      key,
      chatId: sandbox.as(key).chatId,
      step: i % steps.length,
      busy: false,
      form: undefined,
      launch: undefined,
    }),
  );
  const byChat = new Map(players.map((player) => [player.chatId, player]));
  const stopListening = sandbox.watch((entry) => {
    if (entry.kind !== 'delivery' || entry.message.summary !== launchSummary) return;
    const player = byChat.get(entry.message.chatId);
    const card = cardOf(entry.message);
    if (player && card && player.launch !== 'acknowledged') player.launch = { messageId: entry.message.id, card };
  });
  let next = 0;
  let stopped = false;

  async function play(player: Player): Promise<void> {
    const wanted = steps[player.step % steps.length] ?? 'việc của tôi';
    player.step += 1;
    const step = possible(player, wanted);
    player.busy = true;
    const end = await take(player, step).catch(refusalOf);
    player.busy = false;
    tally.note(step, end);
    follow(player, step, end);
  }

  /** What there is no card for yet is replaced by asking for it, or by something else to do. */
  function possible({ form, launch }: Player, step: Step): Step {
    if (step === 'assess.sheet' && form === undefined) return 'tự đánh giá';
    if (step === 'announce.acknowledge' && (launch === undefined || launch === 'acknowledged')) return 'việc của tôi';
    return step;
  }

  async function take(player: Player, step: Step): Promise<TurnEnd> {
    const { key, form, launch } = player;
    if (step === 'assess.sheet') return click(key, form, { verb: step, data: { goTo: 'overview' } }, answered(player));
    if (step === 'announce.acknowledge') return click(key, launch, { verb: step, data: {} });
    return seats.ask(key, step);
  }

  async function click(
    key: string,
    shown: Shown | 'acknowledged' | undefined,
    { verb, data }: { verb: string; data: JsonObject },
    inputs: InputValues = {},
  ): Promise<TurnEnd> {
    if (shown === undefined || shown === 'acknowledged') return { kind: 'unanswered' };
    const pressed = dataOf(findAction(shown.card, 'Action.Execute', verb, data), inputs);
    return seats.press(key, shown.messageId, { verb, data: pressed });
  }

  function follow(player: Player, step: Step, end: TurnEnd): void {
    const shown = end.kind === 'answered' && end.card ? { messageId: end.messageId, card: end.card } : undefined;
    // A form that was answered is an overview: the next step asks anew.
    if (step === 'tự đánh giá') player.form = shown;
    if (step === 'assess.sheet') player.form = undefined;
    if (step === 'announce.acknowledge' && shown) player.launch = 'acknowledged';
  }

  return {
    async run(perSecond: number): Promise<void> {
      const under = new Set<Promise<void>>();
      const every = 1_000 / perSecond;
      for (let due = performance.now(); !stopped; due += every) {
        await pause(Math.max(0, due - performance.now()));
        const player = freeOne();
        if (player === undefined) tally.skipped();
        else {
          const turn = play(player).finally(() => under.delete(turn));
          under.add(turn);
        }
      }
      await Promise.all(under);
    },
    stop() {
      stopped = true;
      stopListening();
    },
  };

  function freeOne(): Player | undefined {
    for (let tried = 0; tried < players.length; tried += 1) {
      const player = players[next % players.length];
      next += 1;
      if (player && !player.busy) return player;
    }
    return undefined;
  }
}

/** Other words each time, so that each one writes. */
const answered = ({ step }: Player): InputValues => ({
  'rating-CN1': 'met',
  'words-CN1': `Hoàn thành lần ${step}.`,
});

/** The card has no such button any more. */
function refusalOf(error: unknown): TurnEnd {
  if (!(error instanceof CardRefusal)) throw error;
  return { kind: 'refused', words: error.message };
}

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { JsonObject, Message } from '../../shared/types.ts';
import { drawCard, type Pressed } from '../card/draw-card.ts';
import { hold, shown } from '../state/own-card.ts';
import { api, toast } from '../state/session.ts';
import { cardKey, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';

type Props = { message: Message; card: JsonObject };
type PostOutcome = { kind: 'notice' | 'error'; text: string };

/** A card with its inputs; after an Execute, the card that the bot returned to this client, until the message changes. */
export function CardView({ message, card: stored }: Props) {
  const texts = useTexts();
  const me = useStore((state) => state.me);
  const local = useStore((state) => state.localCards[cardKey(me, message.id)]);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<PostOutcome>();
  const place = useRef<HTMLDivElement>(null);
  const card = local?.revision === message.revision ? local.card : stored;

  async function press(pressed: Pressed) {
    // The button that was pressed goes with the old card: whoever moves by keys goes on from the new one.
    const hadFocus = place.current?.contains(document.activeElement) === true;
    setOutcome(undefined);
    if (pressed.kind === 'open') {
      window.open(pressed.url, '_blank', 'noopener');
      return;
    }
    setBusy(true);
    try {
      if (pressed.kind === 'submit') {
        const { botStatus } = await api().submit(message.chatId, message.id, pressed.data);
        if (botStatus !== null && (botStatus < 200 || botStatus > 299))
          setOutcome({ kind: 'error', text: texts.cardFailed });
      } else await execute(pressed);
    } catch (cause) {
      setOutcome({ kind: 'error', text: texts.cardFailed });
      toast({ title: texts.faults, text: String(cause) });
    } finally {
      setBusy(false);
      if (hadFocus) requestAnimationFrame(() => focusIfLost(place.current));
    }
  }

  async function execute({ action, data }: Extract<Pressed, { kind: 'execute' }>) {
    const answer = await api().execute(message.chatId, message.id, { action, data });
    const { card: returned } = answer;
    if (returned) hold(message, returned);
    else if (answer.notice) setOutcome({ kind: 'notice', text: answer.notice });
    else if (answer.status < 200 || answer.status > 299) {
      setOutcome({ kind: 'error', text: answer.error ? `${texts.cardFailed} ${answer.error}` : texts.cardFailed });
    }
  }

  const pressing = useRef(press);
  useEffect(() => {
    pressing.current = press;
  });

  useEffect(() => shown(message, stored), [message.revision, stored, me]);

  useLayoutEffect(() => {
    const drawn = card && drawCard(card, (pressed) => void pressing.current(pressed));
    if (drawn) place.current?.replaceChildren(drawn);
    else place.current?.replaceChildren(texts.cardBroken);
  }, [card]);

  return (
    <div class={`card ${busy ? 'card-busy' : ''}`} data-testid="card" aria-busy={busy}>
      <div ref={place} inert={busy} tabIndex={-1} class="card-place" />
      {busy && <span class="card-progress" aria-hidden="true" />}
      {outcome && (
        <p class={`card-${outcome.kind}`} role="status" data-testid={`card-${outcome.kind}`}>
          {outcome.text}
        </p>
      )}
    </div>
  );
}

/** Whatever the person has turned to meanwhile keeps the focus. */
function focusIfLost(place: HTMLElement | null): void {
  if (document.activeElement === document.body || document.activeElement === null)
    place?.focus({ preventScroll: true });
}

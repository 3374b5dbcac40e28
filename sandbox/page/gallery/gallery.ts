import '../styles/theme.css';
import '../styles/layout.css';
import '../styles/chat.css';
import '../styles/card.css';
import type { JsonObject } from '../../shared/types.ts';
import { drawCard } from '../card/draw-card.ts';
import { countOfBars } from './bar-faults.ts';
import { faultsOf } from './card-faults.ts';

/** Draws the cards one under the other, each as the sandbox's page frames it. */
function drawCards(cards: readonly JsonObject[]): void {
  for (const content of cards) {
    const frame = document.createElement('div');
    frame.className = 'card';
    const drawn = drawCard(content, () => undefined);
    if (drawn) frame.append(drawn);
    document.body.append(frame);
  }
}

/** By card, in their order. */
const faultsOfAll = (): string[][] => [...document.querySelectorAll('.card')].map(faultsOf);

/** In all cards, of both parts. */
const barsOfAll = (): number =>
  [...document.querySelectorAll('.card')].reduce((sum, frame) => sum + countOfBars(frame), 0);

/** For the test that looks at every card; it drives the page from outside. */
Object.assign(globalThis, { gallery: { drawCards, faultsOfAll, barsOfAll } });

import type { Execute, Lettering, Placement, Surface, Tone } from './elements.ts';
import type { Nothing } from './list.ts';

/** How letters look. */
export interface Look {
  readonly look: Lettering;
}
/** Where an element stands to the one before it, and in its room. */
export interface Place {
  readonly place: Placement;
}
/** What a container, a row or a column is to the eye and to the finger. */
export interface Face {
  readonly face: Surface & { readonly verticalContentAlignment?: 'Center' };
}
export type Styles<S> = readonly (S | Nothing)[];

export const small: Look = { look: { size: 'Small' } };
export const medium: Look = { look: { size: 'Medium' } };
export const large: Look = { look: { size: 'Large' } };
export const huge: Look = { look: { size: 'ExtraLarge' } };
export const bold: Look = { look: { weight: 'Bolder' } };
export const subtle: Look = { look: { isSubtle: true } };
/** Small and subtle: what stands under something. */
export const note: Look = { look: { size: 'Small', isSubtle: true } };
/** Letters of one width. */
export const even: Look = { look: { fontType: 'Monospace' } };
/** The colour of what opens when it is touched. */
export const accent: Look = { look: { color: 'accent' } };
/** Text has a colour for every tone but `emphasis`, which it shows as subtle. */
export const toned = (tone: Tone | 'default'): Look => ({
  look: tone === 'emphasis' ? { color: 'default', isSubtle: true } : { color: tone },
});

/** Directly under what stands above. */
export const tight: Place = { place: { spacing: 'None' } };
export const close: Place = { place: { spacing: 'Small' } };
export const apart: Place = { place: { spacing: 'Medium' } };
export const far: Place = { place: { spacing: 'Large' } };
/** Under a line. */
export const ruled: Place = { place: { separator: true } };
export const right: Place = { place: { horizontalAlignment: 'Right' } };
export const centred: Place = { place: { horizontalAlignment: 'Center' } };

export const tinted = (tone: Tone): Face => ({ face: { style: tone } });
/** Touching it anywhere does this. */
export const opens = (action: Execute): Face => ({ face: { selectAction: action } });
/** Of a column: its content stands at half the height of the row. */
export const middle: Face = { face: { verticalContentAlignment: 'Center' } };

/** Gives an element all that its styles say; of two that contradict each other, the later. */
export function styled<E extends object>(element: E, styles: Styles<Look | Place | Face>): E {
  for (const style of styles) {
    if (!style) continue;
    if ('look' in style) Object.assign(element, style.look);
    else if ('place' in style) Object.assign(element, style.place);
    else Object.assign(element, style.face);
  }
  return element;
}

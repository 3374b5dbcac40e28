import type vi from '../../locales/vi.json';

type Spoken = (typeof vi)['cards'];
/** `<capability>.<card>`, as in the words of both languages under `cards`. */
export type CardName = {
  [Capability in keyof Spoken]: `${Capability}.${keyof Spoken[Capability] & string}`;
}[keyof Spoken];

/** The words of a card; each may name numbers and strings at the top of the view as `{field}`. */
export type Words<Name extends CardName> = Name extends `${infer Capability extends keyof Spoken}.${infer Card}`
  ? Card extends keyof Spoken[Capability]
    ? Readonly<Spoken[Capability][Card]>
    : never
  : never;

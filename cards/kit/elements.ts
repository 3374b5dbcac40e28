/** The part of Adaptive Card 1.5 that our cards use, as it goes on the wire. */
export type Element = TextBlock | RichTextBlock | Container | ColumnSet | Input | ActionSet;
export type Action = Execute | OpenUrl;

export type Spacing = 'None' | 'Small' | 'Medium' | 'Large';
export type Color = 'default' | 'accent' | 'good' | 'warning' | 'attention';
/** What the colour of a container, and of the word that stands for a state, can say. */
export type Tone = 'good' | 'warning' | 'attention' | 'accent' | 'emphasis';

export interface Lettering {
  readonly size?: 'Small' | 'Medium' | 'Large' | 'ExtraLarge';
  readonly weight?: 'Default' | 'Bolder';
  readonly color?: Color;
  readonly isSubtle?: boolean;
  readonly fontType?: 'Monospace';
}
export interface Placement {
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly horizontalAlignment?: 'Center' | 'Right';
}

export interface TextBlock extends Lettering, Placement {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
}
export interface TextRun extends Lettering {
  readonly type: 'TextRun';
  readonly text: string;
}
export interface RichTextBlock extends Placement {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  /** Of the one element that a message of several parts shows once. */
  readonly id?: 'greeting';
}
export interface Surface {
  readonly style?: Tone | 'default';
  readonly bleed?: boolean;
  readonly selectAction?: Execute;
}
export interface Container extends Placement, Surface {
  readonly type: 'Container';
  readonly items: readonly Element[];
}
export interface ColumnSet extends Placement, Surface {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
}
/** `stretch` takes what is left, `auto` what it needs, a number a share of the row. */
export type Width = 'stretch' | 'auto' | number | `${number}px`;
export interface Column extends Placement, Surface {
  readonly type: 'Column';
  readonly width: Width;
  readonly items: readonly Element[];
  readonly verticalContentAlignment?: 'Center';
}

export interface Input extends Placement {
  readonly type: 'Input.Text' | 'Input.Date' | 'Input.Time' | 'Input.ChoiceSet' | 'Input.Toggle';
  readonly id: string;
  readonly label: string;
  readonly errorMessage: string;
}

export type Data = Readonly<Record<string, string | number | boolean>>;
export interface Manners {
  readonly style?: 'positive' | 'destructive';
  readonly associatedInputs?: 'none';
}
export interface Execute extends Manners {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Data;
  readonly fallback: Submit;
}
/** What a client sends by itself to show its reader a card of their own, and for whom; others choose it from the message's menu. */
export interface Refresh {
  readonly action: Pick<Execute, 'type' | 'title' | 'verb' | 'data'>;
  readonly userIds: readonly string[];
}
interface Submit extends Manners {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: Data;
}
export interface OpenUrl extends Manners {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}
export interface ActionSet extends Placement {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

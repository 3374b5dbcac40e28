/** Teams' look for Adaptive Cards. Colours are the page's variables, so that changing the theme keeps what was typed. */

const colour = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle, var(--${name}))` });

const foregroundColors = {
  default: { default: 'var(--text-1)', subtle: 'var(--text-3)' },
  dark: { default: 'var(--text-1)', subtle: 'var(--text-3)' },
  light: { default: 'var(--surface-1)', subtle: 'var(--surface-3)' },
  accent: colour('brand-text'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};

const container = (background: string) => ({ backgroundColor: `var(--${background})`, foregroundColors });

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'var(--font)',
  fontTypes: {
    default: { fontFamily: 'var(--font)' },
    monospace: { fontFamily: 'var(--font-mono)' },
  },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 17, default: 20, medium: 20, large: 28, extraLarge: 36 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line-2)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  adaptiveCard: { allowCustomStyle: true },
  containerStyles: {
    default: container('card'),
    emphasis: container('card-emphasis'),
    accent: container('card-accent'),
    good: container('card-good'),
    attention: container('card-attention'),
    warning: container('card-warning'),
  },
  // The chat's own heading comes before those of the cards.
  textBlock: { headingLevel: 3 },
  factSet: {
    title: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: 180 },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small' },
  },
  textStyles: {
    heading: { size: 'large', weight: 'bolder' },
    columnHeader: { weight: 'bolder' },
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
};

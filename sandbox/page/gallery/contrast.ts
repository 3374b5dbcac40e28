type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** WCAG contrast of an element's text against what is behind it, 1 to 21. */
export function contrast(element: Element): number {
  const back = backgroundOf(element);
  return ratio(over(parse(getComputedStyle(element).color), back), back);
}
/** The same between two runs of signs as they are drawn: a dotted sign is as light as its dots and what shows between them. */
export const contrastOfSigns = (one: Element, other: Element): number => ratio(drawn(one), drawn(other));

/** The colour that the eye makes of an element's first sign: the mean of its middle, as its font draws it. */
function drawn(element: Element): Colour {
  const side = 64;
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const sign = element.textContent?.slice(0, 1) ?? '';
  const back = backgroundOf(element);
  if (pen === null) return back;
  const { color, fontFamily } = getComputedStyle(element);
  pen.fillStyle = css(back);
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = color;
  pen.font = `${side}px ${fontFamily}`;
  pen.textBaseline = 'middle';
  pen.fillText(sign, 0, side / 2);
  const { data } = pen.getImageData(side / 8, side / 4, side / 4, side / 2);
  const mean = (channel: number): number =>
    data.filter((_, i) => i % 4 === channel).reduce((sum, value) => sum + value, 0) / (data.length / 4);
  return [mean(0), mean(1), mean(2), 1];
}
function ratio(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
const css = ([red, green, blue]: Colour): string => `rgb(${red} ${green} ${blue})`;
function backgroundOf(element: Element | null): Colour {
  if (element === null) return [255, 255, 255, 1];
  const own = parse(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, backgroundOf(element.parentElement));
}
function parse(css: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}
function over([r, g, b, alpha]: Colour, [red, green, blue]: Colour): Colour {
  const mix = (top: number, under: number): number => top * alpha + under * (1 - alpha);
  return [mix(r, red), mix(g, green), mix(b, blue), 1];
}
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number): number => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

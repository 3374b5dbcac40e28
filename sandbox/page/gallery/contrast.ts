type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** WCAG contrast of an element's text against what is behind it, 1 to 21. */
export function contrast(element: Element): number {
  const back = backgroundOf(element);
  const [light, dark] = [luminance(over(parse(getComputedStyle(element).color), back)), luminance(back)].sort(
    (a, b) => b - a,
  );
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
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

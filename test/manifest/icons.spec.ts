import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { folder, manifest } from './the-manifest.ts';

interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly rgb: string;
  readonly alpha: number;
}

function drawn(name: string): { readonly size: readonly [number, number]; readonly pixels: readonly Pixel[] } {
  const { width, height, data } = PNG.sync.read(readFileSync(new URL(name, folder)));
  const pixels = Array.from({ length: width * height }, (_, i) => ({
    x: i % width,
    y: Math.floor(i / width),
    rgb: `#${data.toString('hex', 4 * i, 4 * i + 3)}`.toUpperCase(),
    alpha: data[4 * i + 3] ?? 0,
  }));
  return { size: [width, height], pixels };
}

describe('the icons of the Teams app', () => {
  it('in colour is 192 × 192, without a gap, and its symbol fills the height of the middle 96 × 96 and leaves it nowhere', () => {
    const { size, pixels } = drawn('color.png');
    assert.deepEqual(size, [192, 192]);
    assert.ok(pixels.every(({ alpha }) => alpha === 255));
    const symbol = pixels.filter(({ rgb }) => rgb !== manifest.accentColor);
    assert.ok(symbol.every(({ x, y }) => x >= 48 && x < 144 && y >= 48 && y < 144));
    assert.ok(Math.max(...symbol.map(({ y }) => y)) - Math.min(...symbol.map(({ y }) => y)) >= 90);
  });

  it('in outline is 32 × 32, white alone on what is transparent, and touches no edge', () => {
    const { size, pixels } = drawn('outline.png');
    assert.deepEqual(size, [32, 32]);
    assert.ok(pixels.every(({ alpha, rgb }) => alpha === 0 || rgb === '#FFFFFF'));
    const seen = pixels.filter(({ alpha }) => alpha > 0);
    assert.ok(seen.length > 150 && seen.length < 512, `${seen.length}`);
    assert.ok(seen.some(({ alpha }) => alpha === 255));
    assert.ok(seen.every(({ x, y }) => x > 0 && x < 31 && y > 0 && y < 31));
  });
});

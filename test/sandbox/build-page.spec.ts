import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildPage } from '../../sandbox/server/build-page.ts';

describe('the page', () => {
  it('is bundled in memory and asks no other host for anything', async () => {
    const { html, script, style } = await buildPage();
    assert.ok(script.length > 100_000 && style.length > 10_000);
    assert.doesNotMatch(style, /url\(\s*["']?https?:|@import/);
    assert.doesNotMatch(html, /(src|href)="https?:/);
  });
});

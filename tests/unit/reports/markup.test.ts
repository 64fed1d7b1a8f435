import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from '../../../src-main/reports/html/markup.ts';

const marks = ['<', '>', '&', '"', "'", 'amp;', '#39;', 'a', '部', '\u0000'];

describe('markup', () => {
  it('never lets text open a tag, end an attribute or start an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...marks) }), (text) => {
        expect(escapeHtml(text).replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>&"']/);
      }),
    );
  });

  it('escapes what is put into a template, but not the templates within', () => {
    expect(html`<p title="${'"'}">${[html`<b>${'<&'}</b>`, 'x > y']}</p>`.text).toBe(
      '<p title="&quot;"><b>&lt;&amp;</b>x &gt; y</p>',
    );
  });

  it('replaces control characters and lone surrogates, which HTML does not allow', () => {
    expect(escapeHtml('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc');
  });
});

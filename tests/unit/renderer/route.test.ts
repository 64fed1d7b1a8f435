import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from '../../../src-renderer/app/route.ts';

describe('addresses of screens', () => {
  it('lead back to the screen and to what it was opened with', () => {
    const query = { runId: 3, text: 'a & b = "c"', decisions: ['reject' as const], descending: true };
    const address = formatRoute('part', { resultId: 12, query });
    expect(address.startsWith('#/part/12?')).toBe(true);
    expect(parseRoute(address)).toEqual({ screen: 'part', params: { resultId: 12, query } });
  });

  it('are short where there is nothing to say', () => {
    expect(formatRoute('images', {})).toBe('#/images');
    expect(formatRoute('inspect', { runId: 4 })).toBe('#/inspect/4');
  });

  it('that make no sense lead to the start', () => {
    for (const address of ['', '#', '#/', '#/nowhere', '#/images?query={broken'])
      expect(parseRoute(address)).toEqual({ screen: 'start', params: {} });
  });

  it('of a part that is not said lead to the inspections', () => {
    expect(parseRoute('#/part')).toEqual({ screen: 'inspect', params: {} });
    expect(parseRoute('#/part/x')).toEqual({ screen: 'inspect', params: {} });
  });
});

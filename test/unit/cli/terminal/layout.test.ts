import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { padColumns, withMargin, wrap } from '../../../../src/cli/terminal/layout.ts';

describe('a wrapped text', () => {
  it('keeps every line within the width, in Chinese too', () => {
    const lines = wrap('第一，坚持开放发展，推动区域经济一体化，深化科技创新合作。', 20);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(20);
  });

  it('is left whole where there is no width to keep to', () => {
    expect(wrap('satu dua tiga\nempat', Infinity)).toEqual(['satu dua tiga', 'empat']);
  });

  it('carries its margin before every line', () => {
    expect(withMargin('satu dua tiga', { first: '[1] ', rest: '    ' }, 12)).toBe('[1] satu dua\n    tiga');
  });
});

describe('a padded text', () => {
  it('counts wide characters as two columns', () => {
    expect(padColumns('中文', 6)).toBe('中文  ');
    expect(padColumns('sudah lebar', 3)).toBe('sudah lebar');
  });
});

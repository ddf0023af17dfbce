import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableLine } from '../../../../src/cli/terminal/printable.ts';

describe('text on its way to a terminal', () => {
  it('shows an escape sequence instead of obeying it', () => {
    expect(printable('\u001b]0;owned\u0007teks\u001b[2J')).toBe('␛]0;owned␇teks␛[2J');
    expect(printable('\u009b31mteks\u007f')).toBe('\ufffd31mteks␡');
  });

  it('never carries a control character or a direction override, whatever a release holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('leaves ordinary words as they are', () => {
    const text = 'Pertama,\tusulan “baru”.\n第一，合作。 👍🏽';
    expect(printable(text)).toBe(text);
  });

  it('keeps a headline on one line', () => {
    expect(printableLine('  Baris satu\n\tdua\r ')).toBe('Baris satu dua');
  });
});

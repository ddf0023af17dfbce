import { describe, expect, it } from 'vitest';
import { formatDay, formatPeriod, zoneName } from '../../../../src/cli/terminal/dates.ts';
import { messagesFor } from '../../../../src/cli/terminal/messages.ts';

describe('a date', () => {
  it('is written in the language of the reader', () => {
    expect(formatDay('2024-05-27T17:07:04', 'id')).toBe('27 Mei 2024');
    expect(formatDay('2024-05-27', 'en')).toBe('27 May 2024');
    expect(formatDay('2024-05-27', 'zh')).toBe('2024年5月27日');
  });

  it('stays on the day of publication, whatever the offset', () => {
    expect(formatDay('2024-05-27T00:30:00+09:00', 'en')).toBe('27 May 2024');
  });

  it('that is none is shown as it came', () => {
    expect(formatDay('musim semi', 'id')).toBe('musim semi');
  });
});

describe('a period', () => {
  const words = messagesFor('id');

  it('names what its two ends share once', () => {
    expect(formatPeriod({ from: '2024-05-20', to: '2024-05-26' }, 'id', words)).toMatch(
      /^20\s?–\s?26 Mei 2024$/,
    );
  });

  it('may be open at either end', () => {
    expect(formatPeriod({ from: '2024-01-01' }, 'id', words)).toBe('sejak 1 Januari 2024');
    expect(formatPeriod({ to: '2024-01-01' }, 'id', words)).toBe('hingga 1 Januari 2024');
    expect(formatPeriod({}, 'id', words)).toBeUndefined();
  });
});

describe('a time zone', () => {
  it('is called by its short name', () => {
    expect(zoneName('Asia/Jakarta', new Date('2024-05-27T00:00:00Z'))).toBe('WIB');
  });
});

import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../../../src/cli/terminal/answer.ts';
import { createStyle } from '../../../../src/cli/terminal/style.ts';
import { aQuote, aReading, aRefusal, anAnswer } from '../../../support/answers.ts';

const plain = { style: createStyle({ colours: false }), zone: 'WIB' };

describe('an answer in the terminal', () => {
  it('holds the quote whole, with headline, date, source and address below', () => {
    const header = { ...aQuote().header, url: 'https://example.org/pelabuhan' };
    const shown = renderAnswer(anAnswer({ quotes: [aQuote({ header })] }), plain);
    expect(shown).toContain(`[1] ┃ ${aQuote().text}`);
    expect(shown).toContain('Pelabuhan baru dibuka · 27 Mei 2024 · Otoritas Pelabuhan');
    expect(shown).toContain('https://example.org/pelabuhan');
  });

  it('tells the confidence in words of the language that was asked in', () => {
    expect(renderAnswer(anAnswer(), plain)).toContain('Keyakinan tinggi (0,87)');
    const english = anAnswer({ reading: aReading({ questionLanguage: 'en' }), confidence: 0.6 });
    expect(renderAnswer(english, plain)).toContain('Confidence medium (0.60)');
    const chinese = anAnswer({ reading: aReading({ questionLanguage: 'zh' }), confidence: 0.3 });
    expect(renderAnswer(chinese, plain)).toContain('可信度低（0.30）');
  });

  it('cites a release once below all its points', () => {
    const quotes = [1, 2, 3].map((n) =>
      aQuote({ number: n, text: `Butir ${n}.`, role: { kind: 'item', n, of: 3, list: 0 } }),
    );
    const shown = renderAnswer(anAnswer({ quotes }), plain);
    expect(shown).toContain('— butir 2 dari 3');
    expect(shown.match(/Otoritas Pelabuhan/g)).toHaveLength(1);
  });

  it('sets the decisive sentence in bold and nothing else of the quote', () => {
    const quote = aQuote({
      text: 'Satu. Dua. Tiga.',
      span: { start: 10, end: 26 },
      key: { start: 16, end: 20 },
    });
    const shown = renderAnswer(anAnswer({ quotes: [quote] }), {
      ...plain,
      style: createStyle({ colours: true }),
    });
    expect(shown).toContain('Satu. \u001b[1mDua.\u001b[22m Tiga.');
  });

  it('echoes how the question was read', () => {
    const reading = aReading({ shape: 'list', from: '2024-05-20', to: '2024-05-26', source: 'Kemenlu' });
    expect(renderAnswer(anAnswer({ reading }), plain)).toMatch(
      /^dibaca: semua butir · 20\s?–\s?26 Mei 2024 \(WIB\) · sumber Kemenlu\n/,
    );
  });

  it('names a reporter as a reporter and a correction as a correction', () => {
    const quote = aQuote({
      role: { kind: 'question' },
      correction: { kind: 'corrected-by', header: { ...aQuote().header, title: 'Ralat: pelabuhan' } },
    });
    const shown = renderAnswer(anAnswer({ quotes: [quote] }), plain);
    expect(shown).toContain('— pertanyaan wartawan');
    expect(shown).toContain('— telah diralat oleh "Ralat: pelabuhan"');
  });

  it('keeps within the terminal and shows no escape sequence of a release', () => {
    const text = `Judul \u001b[31mmerah ${'panjang '.repeat(40)}${'长'.repeat(80)}`;
    const shown = renderAnswer(anAnswer({ quotes: [aQuote({ text })] }), {
      ...plain,
      style: createStyle({ colours: false, columns: 60 }),
    });
    expect(shown).not.toContain('\u001b');
    for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
  });
});

describe('a refusal in the terminal', () => {
  it('says why and shows what came nearest', () => {
    const shown = renderAnswer(aRefusal(), plain);
    expect(shown).toContain('tidak ada yang menjawab pertanyaan ini');
    expect(shown).toContain('Yang paling dekat:');
    expect(shown).toContain(aQuote().text);
  });

  it('has other words for every reason, in every language', () => {
    const reasons = ['empty-index', 'nothing-near', 'not-answered', 'filtered-out'] as const;
    const said = ['id', 'en', 'zh'].flatMap((questionLanguage) =>
      reasons.map((reason) =>
        renderAnswer(aRefusal({ reason, nearest: [], reading: aReading({ questionLanguage }) }), plain),
      ),
    );
    expect(new Set(said).size).toBe(said.length);
  });
});

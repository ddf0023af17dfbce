import { describe, expect, it } from 'vitest';
import { prepareQuestion, type Asked } from '../../../src/answer/asked.ts';
import { weighCandidates, type Candidate } from '../../../src/answer/candidates.ts';
import { leadWithCorrection } from '../../../src/answer/corrected.ts';
import { findCorrections } from '../../../src/answer/corrections.ts';
import { headerOf, type Release } from '../../../src/domain/release.ts';
import { sliceSpan } from '../../../src/domain/span.ts';
import { aReading, aResult } from '../../support/answers.ts';
import { anOutlinedRelease } from '../../support/builders.ts';

const HEADLINE = 'Pelabuhan Melayani 2,48 Juta Peti Kemas';
const CORRECTED = anOutlinedRelease({
  ref: 'pelabuhan.txt',
  title: HEADLINE,
  text: 'Pelabuhan melayani 2,48 juta peti kemas tahun ini.',
});
const RIGHTING = 'Tertulis 2,48 juta peti kemas. Yang benar 2,84 juta peti kemas.';
const CORRECTING = anOutlinedRelease({
  ref: 'ralat.txt',
  title: 'Ralat Peti Kemas',
  text: `Otoritas meralat siaran pers "${HEADLINE}".\n\n${RIGHTING}`,
});

/** The first paragraphs of the releases, as candidates for the question. */
function candidatesFor(asked: Asked, releases: readonly Release[]): readonly Candidate[] {
  const ranked = releases.map((release) => {
    const result = aResult();
    const [span] = release.outline.paragraphs;
    return {
      ...result,
      header: headerOf(release),
      passage: { ...result.passage, ref: release.ref, ...(span === undefined ? {} : { span }) },
    };
  });
  return weighCandidates(ranked, asked, (ref) => releases.find((release) => release.ref === ref));
}

function firstOf(
  terms: string,
  shape: 'quantity' | 'fact',
  releases: readonly Release[] = [CORRECTING, CORRECTED],
): Candidate | undefined {
  const asked = prepareQuestion(aReading({ terms, shape }), () => 1);
  return leadWithCorrection(candidatesFor(asked, releases), findCorrections(releases), asked)[0];
}

function firstQuote(terms: string, shape: 'quantity' | 'fact'): string {
  const first = firstOf(terms, shape);
  return first === undefined ? '' : sliceSpan(first.release.text, first.span);
}

describe('a correction whose opening only names the wrong figure', () => {
  it('answers with the paragraph that puts it right, though nothing found it', () => {
    expect(firstQuote('berapa juta peti kemas', 'quantity')).toBe(RIGHTING);
  });

  it('answers with its opening where no figure is asked for', () => {
    expect(firstQuote('siaran pers mana yang diralat otoritas', 'fact')).toMatch(/^Otoritas meralat/);
  });
});

describe('a correction that repeats the wrong figure before it gives the right one', () => {
  const bank = anOutlinedRelease({
    ref: 'bank.txt',
    title: 'Bank Raya Bukukan Laba',
    text: 'Pada 28 Juli laba 4,2 triliun. Kredit tumbuh 9,8 persen.',
  });
  const correction = anOutlinedRelease({
    ref: 'ralat.txt',
    title: 'Ralat: Bank Raya Bukukan Laba',
    text: 'Pada 28 Juli tertulis kredit tumbuh 9,8 persen. Yang benar 8,9 persen.',
  });

  it('is quoted for the sentence that gives the right one', () => {
    const first = firstOf('berapa persen kredit tumbuh', 'quantity', [bank, correction]);
    expect(first?.release.ref).toBe('ralat.txt');
    expect(sliceSpan(correction.text, first?.extract.key ?? { start: 0, end: 0 })).toBe(
      'Yang benar 8,9 persen.',
    );
  });

  it('does not come before a figure that it only shares a day with', () => {
    expect(firstOf('berapa laba', 'quantity', [bank, correction])?.release.ref).toBe('bank.txt');
  });
});

describe('a correction that quotes a part of a headline', () => {
  const february = anOutlinedRelease({
    ref: 'februari.txt',
    title: 'KLS: Penumpang Kereta Bulan Februari Naik',
    text: 'Penumpang 128 ribu.',
  });
  const march = anOutlinedRelease({
    ref: 'maret.txt',
    title: 'KLS: Penumpang Kereta Bulan Maret Turun',
    text: 'Penumpang 120 ribu.',
  });
  const correcting = (part: string): Release =>
    anOutlinedRelease({
      ref: 'ralat.txt',
      title: `Ralat Siaran Pers "${part}"`,
      text: 'Tertulis 128 ribu. Yang benar 182 ribu.',
    });

  it('corrects the release that has it', () => {
    const correction = correcting('Penumpang Kereta Bulan Februari');
    const corrections = findCorrections([february, march, correction]);
    expect(corrections.of('ralat.txt')?.release).toBe(february);
    expect(corrections.of('februari.txt')).toEqual({ kind: 'corrected-by', release: correction });
    expect(corrections.of('maret.txt')).toBeUndefined();
  });

  it('corrects it though number and date come before the quotation', () => {
    const late = anOutlinedRelease({
      ref: 'ralat.txt',
      title: 'Ralat Siaran Pers',
      text: `Nomor 45 Tahun 2025\n\nKLS meralat jumlah penumpang.\n\nYang dimaksud ialah siaran pers "${february.title}".`,
    });
    expect(findCorrections([march, february, late]).of('ralat.txt')?.release).toBe(february);
  });

  it.each(['Penumpang Kereta', 'Februari'])('corrects none where others may have it too: %s', (part) => {
    expect(findCorrections([february, march, correcting(part)]).of('ralat.txt')).toBeUndefined();
  });
});

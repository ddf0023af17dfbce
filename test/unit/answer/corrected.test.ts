import { describe, expect, it } from 'vitest';
import { prepareQuestion, type Asked } from '../../../src/answer/asked.ts';
import { weighCandidates, type Candidate } from '../../../src/answer/candidates.ts';
import { leadWithCorrection } from '../../../src/answer/corrected.ts';
import { findCorrections } from '../../../src/answer/corrections.ts';
import { headerOf, type Release } from '../../../src/domain/release.ts';
import { sliceSpan } from '../../../src/domain/span.ts';
import { outlineOf } from '../../../src/ingest/outline.ts';
import { aReading, aResult } from '../../support/answers.ts';
import { aRelease } from '../../support/builders.ts';

function read(ref: string, title: string, text: string): Release {
  return aRelease({ ref, title, text, outline: outlineOf(text) });
}

const HEADLINE = 'Pelabuhan Melayani 2,48 Juta Peti Kemas';
const CORRECTED = read('pelabuhan.txt', HEADLINE, 'Pelabuhan melayani 2,48 juta peti kemas tahun ini.');
const RIGHTING = 'Tertulis 2,48 juta peti kemas. Yang benar 2,84 juta peti kemas.';
const CORRECTING = read(
  'ralat.txt',
  'Ralat Peti Kemas',
  `Otoritas meralat siaran pers "${HEADLINE}".\n\n${RIGHTING}`,
);

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

function firstQuote(terms: string, shape: 'quantity' | 'fact'): string {
  const asked = prepareQuestion(aReading({ terms, shape }), () => 1);
  const releases = [CORRECTING, CORRECTED];
  const [first] = leadWithCorrection(candidatesFor(asked, releases), findCorrections(releases), asked);
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

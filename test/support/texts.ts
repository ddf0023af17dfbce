// Arbitrary texts for property tests: any characters, and pieces that releases are made of.
import fc from 'fast-check';
import { canonicalize } from '../../src/text/normalize.ts';

const PIECES = [
  'Pertama, ',
  'Kedua, ',
  'ketiga ',
  'First, ',
  'Second, ',
  '第一，',
  '第二，',
  '一、',
  '二、',
  '（一）',
  '一是',
  '；二是',
  '1. ',
  '2. ',
  '3) ',
  '(a) ',
  '(b) ',
  '- ',
  '• ',
  'Q: ',
  'A: ',
  'Tanya: ',
  'Jawab: ',
  '问：',
  '答：',
  'CHAIR DOE. ',
  'MARY ROE. ',
  'Juru Bicara: ',
  'QUESTION\n',
  'REPLY\n',
  '\n',
  '\n\n',
  '\n   ',
  '. ',
  '? ',
  '! ',
  '。',
  '；',
  '; ',
  ': ',
  '"',
  '“',
  '”',
  '…',
  'No. ',
  'Dr. ',
  'Rp1.250.000 ',
  'kata ',
  'Kata ',
  'dua usulan ',
  'bagian ',
  'word ',
  '公司',
  '措施',
  '## ',
  '**',
  '👨‍👩‍👧‍👦',
  'e\u0301',
  '\u200B',
  '\u00A0',
  '𠮷',
  '\uFFFD',
];

/** Canonical text, as reading gives it. */
export function aText(): fc.Arbitrary<string> {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((parts) => parts.join(''));
  const long = fc
    .tuple(pieces, fc.constantFrom('kata ', '是', 'a', '👨‍👩‍👧‍👦', 'e\u0301\u0302'), fc.nat(1500))
    .map(([text, unit, times]) => text + unit.repeat(times));
  return fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), pieces, long)
    .map(canonicalize);
}

// Parts of a month or a year: its beginning, middle and end, halves and quarters. Pure.
import type { FoundTime, Setting, Unit } from './found-time.ts';

/** From 1. */
interface Part {
  readonly n: number;
  /** How many such parts the whole has. */
  readonly of: 2 | 3 | 4;
  /** Words of the part, beside those of the whole. */
  readonly before: number;
  readonly after: number;
}

const THIRDS: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [
    /\b(?:awal|permulaan|early(?: in)?|(?:the )?(?:beginning|start) of)\s+(?:bulan |tahun )?$/iu,
    /^[年月]?(?:年?初|上旬)/u,
  ],
  [
    /\b(?:pertengahan|mid|(?:the )?middle of)[\s-]+(?:bulan |tahun )?$/iu,
    /^[年月]?(?:年?中旬?(?!国|心)|中旬)/u,
  ],
  [
    /\b(?:akhir|penghujung|late(?: in)?|(?:the )?end of)\s+(?:bulan |tahun )?$/iu,
    /^[年月]?(?:年?[底末]|下旬)/u,
  ],
];
const NTH = [
  'pertama|first|1st|ke-1|1|I|[一上]',
  'kedua|second|2nd|ke-2|2|II|[二下]',
  'ketiga|third|3rd|ke-3|3|III|三',
  'keempat|fourth|last|4th|ke-4|4|IV|四',
];
const OF = '(?: of| dari| pada)?(?: the year)?(?: tahun| of)?[\\s/-]*$';
const HALVES = NTH.slice(0, 2).map((nth): readonly [RegExp, RegExp] => [
  new RegExp(`\\b(?:semester|(?:se)?paruh|H) ?(?:${nth})${OF}|\\b(?:${nth}) half${OF}`, 'iu'),
  new RegExp(`^年?的?(?:${nth})半年|^ H(?:${nth})\\b`, 'iu'),
]);
const QUARTERS = NTH.map((nth): readonly [RegExp, RegExp] => [
  new RegExp(`\\b(?:triwulan|kuartal|kwartal|Q) ?(?:${nth})${OF}|\\b(?:${nth}) quarter${OF}`, 'iu'),
  new RegExp(`^年?的?第?(?:${nth})季度?|^ Q(?:${nth})\\b`, 'iu'),
]);
/** Words before a month that chrono would read with it. */
const BEFORE_MONTH =
  /\b(?:early|late|mid|(?:the )?(?:beginning|start|middle|end) of)[\s-]+(?=(?:the )?\p{L})/giu;

/** `text` at the same length without the words for parts, which chrono takes for a day. */
export function blankParts(text: string): string {
  return text.replace(BEFORE_MONTH, (words) => ' '.repeat(words.length));
}

/** The part of `found` that the words around it name; `found` itself where they name none. */
export function narrow(question: string, found: FoundTime, { now }: Setting): FoundTime {
  const { span, unit, relative, start } = found;
  const before = question.slice(0, span.start);
  const earlier = /\b(?:earlier|sebelumnya)\s+$/iu.exec(before);
  if (relative && earlier !== null && start < now) {
    return { ...found, end: now.endOf('day'), span: { start: earlier.index, end: span.end } };
  }
  const part =
    unit === 'year' || unit === 'month' ? partOf(before, question.slice(span.end), unit) : undefined;
  return part === undefined ? found : { ...found, ...cut(found, part) };
}

function partOf(before: string, after: string, unit: Unit): Part | undefined {
  const kinds = [
    ...(unit === 'year'
      ? [
          { of: 2 as const, parts: HALVES },
          { of: 4 as const, parts: QUARTERS },
        ]
      : []),
    { of: 3 as const, parts: THIRDS },
  ];
  for (const { of, parts } of kinds) {
    for (const [i, [front, back]] of parts.entries()) {
      const fore = front.exec(before);
      const aft = back.exec(after);
      if (fore !== null || aft !== null) {
        return { n: i + 1, of, before: fore === null ? 0 : fore[0].length, after: aft?.[0].length ?? 0 };
      }
    }
  }
  return undefined;
}

/** The last third of a month has its days from 21 on; parts of a year are whole months. */
function cut({ start, unit, span }: FoundTime, { n, of, before, after }: Part): Partial<FoundTime> {
  const words = { span: { start: span.start - before, end: span.end + after } };
  if (unit === 'month') {
    const first = start.plus({ day: (n - 1) * 10 });
    const end = n === of ? start.endOf('month') : first.plus({ day: 9 }).endOf('day');
    return { start: first, end, ...words };
  }
  const months = 12 / of;
  const first = start.plus({ month: (n - 1) * months });
  return {
    start: first,
    end: first.plus({ month: months - 1 }).endOf('month'),
    ...(of === 3 ? {} : { unit: 'quarter' as const }),
    ...words,
  };
}

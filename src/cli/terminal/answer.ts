// An answer as a person reads it in a terminal. Pure.
import { quoteReadAs } from '../../answer/echo.ts';
import type { Answer, Reading } from '../../domain/answer.ts';
import { quoteBlocks, type View } from './citation.ts';
import { formatPeriod } from './dates.ts';
import { wrap } from './layout.ts';
import { messagesFor, uiLanguage, type Messages, type UiLanguage } from './messages.ts';
import { printableLine } from './printable.ts';
import type { Style } from './style.ts';

/** From these on an answer is called sure, or fairly sure. */
const HIGH_CONFIDENCE = 0.75;
const MEDIUM_CONFIDENCE = 0.5;

export interface AnswerViewOptions {
  readonly style: Style;
  /** Abbreviation of the zone in which dates of the question were read, such as WIB. */
  readonly zone: string;
}

/** How the question was read, where that was more than its words. */
function readingLine(reading: Reading, language: UiLanguage, zone: string): string | undefined {
  const words = messagesFor(language);
  const period = formatPeriod(reading, language, words);
  const parts = [
    quoteReadAs(reading),
    reading.item === undefined ? words.shapes[reading.shape] : words.item(reading.item),
    reading.latest === true ? words.latest : undefined,
    period === undefined ? undefined : `${period} (${zone})`,
    reading.source === undefined ? undefined : words.source(reading.source),
    reading.speaker === undefined ? undefined : words.speaker(reading.speaker),
    reading.language === undefined ? undefined : words.passagesIn(reading.language),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `${words.readAs}: ${printableLine(parts.join(' · '))}`;
}

function confidenceLine(confidence: number, words: Messages, language: UiLanguage): string {
  const level = confidence >= HIGH_CONFIDENCE ? 'high' : confidence >= MEDIUM_CONFIDENCE ? 'medium' : 'low';
  const value = confidence.toLocaleString(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  return words.confidence(words.levels[level], value);
}

/** The answer's blocks, ending in a line break. */
export function renderAnswer(answer: Answer, { style, zone }: AnswerViewOptions): string {
  const language = uiLanguage(answer.reading.questionLanguage);
  const words = messagesFor(language);
  const view: View = { style, language };
  const reading = readingLine(answer.reading, language, zone);
  const head = reading === undefined ? [] : [style.dim(wrap(reading, style.width).join('\n'))];
  const body =
    answer.kind === 'answered'
      ? [quoteBlocks(answer.quotes, view), style.dim(confidenceLine(answer.confidence, words, language))]
      : [
          style.warn(wrap(words.reasons[answer.reason], style.width).join('\n')),
          ...(answer.nearest.length === 0 ? [] : [words.nearest, quoteBlocks(answer.nearest, view)]),
        ];
  return `${[...head, ...body].join('\n\n')}\n`;
}

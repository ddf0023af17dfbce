import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/domain/answer.ts';
import { headerOf } from '../../../src/domain/release.ts';
import { answerBody } from '../../../src/discord/answer-actions.ts';
import type { Body } from '../../../src/discord/body.ts';
import type { AnswerMessage } from '../../../src/discord/components/answer-button.ts';
import { keyFrom, openId, signId } from '../../../src/discord/custom-id.ts';
import { UI_LANGUAGES } from '../../../src/discord/messages.ts';
import { readQuestion } from '../../../src/discord/question-part.ts';
import { anAnswer, aQuote, aReading, aRefusal } from '../../support/answers.ts';
import { aRelease } from '../../support/builders.ts';
import { faultsOf, flatten, type Component } from '../../support/fake-discord/schema.ts';

const USER = '9223372036854775807';
const here = { key: keyFrom('a secret'), guildId: '800000000000000001' };
const faults = (body: Body): readonly string[] => faultsOf('/webhooks/1/t/messages/@original', body);
const all = (body: Body): readonly Component[] => flatten(body.components);

function message(given: Partial<AnswerMessage> = {}): AnswerMessage {
  return {
    answer: anAnswer({ quotes: [aQuote({ header: { ...headerOf(aRelease()), number: 7 } })] }),
    asked: { question: 'Kapan pelabuhan dibuka?' },
    language: 'id',
    userId: USER,
    isPrivate: false,
    sign: (id) => signId(id, here),
    ...given,
  };
}

const render = (given: Partial<AnswerMessage> = {}): Body => answerBody(message(given), 'Asia/Jakarta');
const labels = (body: Body): readonly (readonly string[])[] =>
  (body.components as unknown as Component[])
    .filter(({ type }) => type === 1)
    .map(({ components = [] }) => components.map(({ label = '' }) => label));

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 1_500 });
const anyHeader = fc
  .record({
    title: fc.oneof(anyText, fc.constant('*'.repeat(400))),
    source: anyText,
    number: fc.option(fc.nat(2 ** 31), { nil: undefined }),
    url: fc.option(fc.webUrl({ validSchemes: ['https'] }), { nil: undefined }),
  })
  .map(({ title, source, number, url }) => ({
    ...headerOf(aRelease({ title, source })),
    ref: title,
    ...(number === undefined ? {} : { number }),
    ...(url === undefined ? {} : { url }),
  }));
const anyQuote: fc.Arbitrary<Quote> = fc
  .record({
    text: anyText,
    header: anyHeader,
    other: fc.option(anyHeader, { nil: undefined }),
    start: fc.nat(2 ** 31),
    item: fc.boolean(),
  })
  .map(({ text, header, other, start, item }) =>
    aQuote({
      text,
      header,
      span: { start, end: start + text.length },
      role: item ? { kind: 'item', n: 2, of: 40, list: 3 } : { kind: 'paragraph' },
      ...(other === undefined ? {} : { correction: { kind: 'corrected-by' as const, header: other } }),
    }),
  );

describe('an answer with its buttons', () => {
  it('fits every limit of Discord, whatever is quoted and whatever was asked', () => {
    fc.assert(
      fc.property(
        fc.array(anyQuote, { minLength: 1, maxLength: 12 }),
        fc.record({
          question: fc.string({ unit: 'binary', minLength: 1, maxLength: 500 }),
          source: fc.string({ unit: 'binary', maxLength: 100 }),
          from: fc.constant('2024-05-01'),
          to: fc.constant('9999-12-31'),
        }),
        fc.record({ language: fc.constantFrom(...UI_LANGUAGES), isPrivate: fc.boolean() }),
        (quotes, asked, given) => {
          const reading = aReading({ from: '2024-05-01', to: '9999-12-31' });
          for (const answer of [anAnswer({ quotes, reading }), aRefusal({ nearest: quotes, reading })])
            expect(faults(render({ answer, asked, ...given }))).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('carries signed ids that are worth something in this server alone', () => {
    const ids = all(render({ isPrivate: true })).flatMap(({ custom_id }) => custom_id ?? []);
    expect(ids.length).toBeGreaterThan(3);
    for (const id of ids) {
      expect(openId(id, { ...here, userId: USER }).kind).toBe('valid');
      expect(openId(id, { ...here, guildId: '800000000000000009', userId: USER }).kind).toBe('invalid');
    }
  });

  it('offers sharing to whoever alone sees it, and to nobody else', () => {
    expect(labels(render({ isPrivate: true })).flat()).toContain('Bagikan');
    expect(labels(render()).flat()).not.toContain('Bagikan');
  });

  it('asks for no verdict on what is no answer', () => {
    expect(labels(render({ answer: aRefusal() })).flat()).not.toContain('Berguna');
  });

  it('has no buttons where there is nothing to press for, but to be told once there is', () => {
    expect(labels(render({ answer: aRefusal({ nearest: [], reason: 'empty-index' }) }))).toEqual([
      ['Ikuti topik ini'],
    ]);
  });
});

describe('the question below an answer', () => {
  it('is read back as it was asked, whatever its signs', () => {
    const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 500 });
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(
        words,
        fc.record({ source: words, from: day, to: day }, { requiredKeys: [] }),
        (question, filter) => {
          const { source } = filter;
          expect(readQuestion(render({ asked: { question, ...filter } }).components)).toEqual({
            ...filter,
            question: tidy(question),
            ...(source === undefined ? {} : { source: tidy(source) }),
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is missing from a message that shows none', () => {
    expect(readQuestion([{ type: 10, content: 'Halo.' }])).toBeUndefined();
  });
});

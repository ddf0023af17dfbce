import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../src/discord/commands/command.ts';
import { passagesBody } from '../../../src/discord/components/passages.ts';
import { resultsBody } from '../../../src/discord/components/results.ts';
import { keyFrom, signId } from '../../../src/discord/custom-id.ts';
import { UI_LANGUAGES } from '../../../src/discord/messages.ts';
import { headerOf } from '../../../src/domain/release.ts';
import type { Library } from '../../../src/library.ts';
import { aResult, aSearchResponse } from '../../support/answers.ts';
import { aRelease } from '../../support/builders.ts';
import { faultsOf } from '../../support/fake-discord/schema.ts';
import { scriptedApp } from '../../support/scripted-app.ts';

const faults = (body: object): readonly string[] => faultsOf('/webhooks/1/t/messages/@original', body);

function contextOf(library: Partial<Library>, language: CommandContext['language']): CommandContext {
  const given: Pick<CommandContext, 'library' | 'language' | 'timeZone' | 'place' | 'sign'> = {
    library: scriptedApp(undefined, library),
    language,
    timeZone: 'Asia/Jakarta',
    place: { userId: '9223372036854775807', managesGuild: false },
    sign: (id) => signId(id, { key: keyFrom('a secret'), guildId: '800000000000000001' }),
  };
  return given as CommandContext;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1_000 }),
  fc.constantFrom('*'.repeat(900), '\u200b', '\n'.repeat(500)),
);
const anyNumber = fc.integer({ min: 1, max: 2 ** 31 });

describe('a page of passages', () => {
  it('fits every limit of Discord, whatever is found, asked and shown before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyText, anyNumber), { maxLength: 8 }),
        fc.record({
          question: fc.string({ unit: 'binary', maxLength: 500 }),
          source: fc.string({ unit: 'binary', maxLength: 100 }),
          page: fc.nat(30),
          shown: fc.array(fc.tuple(anyNumber, anyNumber), { maxLength: 9 }),
          language: fc.constantFrom(...UI_LANGUAGES),
        }),
        async (found, { question, source, page, shown, language }) => {
          const results = Array.from({ length: 60 }, (_, i) => {
            const [title = '', text = '', number = 1] = found[i % Math.max(1, found.length)] ?? [];
            const header = {
              ...headerOf(aRelease({ title })),
              ref: title,
              number,
              url: 'https://contoh.test/1',
            };
            return aResult({ header, text });
          });
          const search: Library['search'] = ({ limit }) =>
            Promise.resolve(aSearchResponse(found.length === 0 ? [] : results.slice(0, limit)));
          const days = { from: '2024-05-01', to: '9999-12-31' };
          const wish = { asked: { question, source }, days, shown, page };
          expect(faults(await resultsBody(wish, contextOf({ search }, language)))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a menu of passages', () => {
  it('fits every limit of Discord, whatever the release holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(anyText, anyText, anyText, anyNumber),
        fc.nat(80),
        fc.record({ page: fc.nat(9), language: fc.constantFrom(...UI_LANGUAGES) }),
        async ([title, text, speaker, number], count, { page, language }) => {
          const release = { ...aRelease({ title, text }), number };
          const all = Array.from({ length: count }, (_, ordinal) => ({
            ref: release.ref,
            ordinal,
            span: { start: 0, end: text.length },
            role: { kind: 'answer' as const, speaker },
          }));
          const context = contextOf({ passages: () => Promise.resolve(all) }, language);
          expect(faults(await passagesBody(release, page, context))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EVERYTHING } from '../../../src/domain/scope.ts';
import { Catalog } from '../../../src/search/catalog.ts';
import { aRelease } from '../../support/builders.ts';

it('finds the slot of every passage by its id, and none for an id that was left out', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, (steps) => {
      let id = 0;
      const ids = steps.map((step) => (id += step));
      const release = aRelease();
      const catalog = new Catalog();
      catalog.add({
        number: 1,
        release,
        passages: ids.map((own, ordinal) => ({
          id: own,
          ref: release.ref,
          ordinal,
          span: { start: 0, end: 1 },
          role: { kind: 'paragraph' },
        })),
      });
      for (let asked = 0; asked <= id + 2; asked++) expect(catalog.slotOf(asked)).toBe(ids.indexOf(asked));
    }),
  );
});

it('counts the passages of each language, Malay among Indonesian, of what is there and may be seen', () => {
  const catalog = new Catalog();
  const languages = ['id', 'ms', 'zh', 'id'];
  languages.forEach((language, i) => {
    const release = aRelease({ ref: `${i}.txt`, language, source: i === 0 ? 'hidden' : 'shown' });
    const passages = [0, 1].map((ordinal) => ({
      id: 2 * i + ordinal + 1,
      ref: release.ref,
      ordinal,
      span: { start: 0, end: 1 },
      role: { kind: 'paragraph' } as const,
    }));
    catalog.add({ number: i + 1, release, passages });
  });
  catalog.retain(new Set([1, 2, 3]));
  expect(catalog.count(EVERYTHING)).toEqual({ releases: 3, passages: 6 });
  expect(catalog.select({}, EVERYTHING).counts).toEqual([4, 0, 2, 0]);
  const limited = { except: ['hidden'] };
  expect(catalog.count(limited)).toEqual({ releases: 2, passages: 4 });
  expect(catalog.select({}, limited).counts).toEqual([2, 0, 2, 0]);
});

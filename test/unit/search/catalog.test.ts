import fc from 'fast-check';
import { expect, it } from 'vitest';
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

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/search/forward.ts';

const passages = fc.array(fc.array(fc.nat(1_000), { maxLength: 20 }), { maxLength: 30 });

it('gives back the words of every passage, also after it was kept', () => {
  fc.assert(
    fc.property(passages, passages, (before, after) => {
      const first = new ForwardIndex();
      for (const words of before) first.add(words);
      const index = new ForwardIndex(structuredClone(first.state()));
      for (const words of after) index.add(words);
      expect([...before, ...after].map((_, slot) => [...index.at(slot)])).toEqual([...before, ...after]);
    }),
  );
});

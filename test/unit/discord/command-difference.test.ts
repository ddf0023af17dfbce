import { describe, expect, it } from 'vitest';
import { differenceOf, isSame } from '../../../src/discord/command-difference.ts';
import { COMMAND_DATA } from '../../../src/discord/register.ts';

const ASK = {
  name: 'ask',
  description: 'Ask',
  description_localizations: { id: 'Tanya', 'zh-CN': '提问' },
  contexts: [0, 1],
  options: [{ type: 3, name: 'question', description: 'What', required: true }],
};

describe('what would change', () => {
  it('is nothing where the commands differ in what Discord adds, reorders and leaves out alone', () => {
    const registered = {
      id: '1',
      application_id: '2',
      version: '3',
      type: 1,
      nsfw: false,
      default_member_permissions: null,
      name_localizations: null,
      ...ASK,
      contexts: [1, 0],
      description_localizations: { 'zh-CN': '提问', id: 'Tanya' },
      options: [{ ...ASK.options[0], autocomplete: false, name_localizations: null }],
    };
    expect(isSame(differenceOf([registered], [ASK]))).toBe(true);
  });

  it.each<[string, object]>([
    ['description', { description: 'Ask me' }],
    ['description_localizations', { description_localizations: { id: 'Tanya' } }],
    ['contexts', { contexts: [0] }],
    ['options', { options: [{ ...ASK.options[0], required: false }] }],
    ['options', { options: [] }],
    ['default_member_permissions', { default_member_permissions: '32' }],
  ])('names the field %s when it does', (field, change) => {
    const { changed, added, removed } = differenceOf([ASK], [{ ...ASK, ...change }]);
    expect(changed).toEqual([{ name: 'ask', fields: [field] }]);
    expect([...added, ...removed]).toEqual([]);
  });

  it('tells a slash command from a command of the menu with the same name', () => {
    expect(differenceOf([{ ...ASK, type: 3 }], [ASK])).toEqual({
      added: ['ask'],
      removed: ['ask'],
      changed: [],
    });
  });

  it('keeps the order of options, which members see', () => {
    const [one] = ASK.options;
    const two = { ...one, name: 'source' };
    const [before, after] = [
      [one, two],
      [two, one],
    ].map((options) => ({ ...ASK, options }));
    const { changed } = differenceOf([before ?? ASK], [after ?? ASK]);
    expect(changed).toHaveLength(1);
  });

  it('is every command where none is registered', () => {
    expect(differenceOf([], COMMAND_DATA).added).toEqual(COMMAND_DATA.map(({ name }) => name));
  });
});

// Whether everything that a member can use is named, described and documented, in every language.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../../src/config.ts';
import { COMMANDS } from '../../../src/discord/commands/all.ts';
import type { CommandContext } from '../../../src/discord/commands/command.ts';
import { MENUS } from '../../../src/discord/menus/all.ts';
import { UI_LANGUAGES } from '../../../src/discord/messages.ts';
import { COMMAND_DATA } from '../../../src/discord/register.ts';
import { textOf } from '../../support/bot-trip.ts';

interface Named {
  readonly name: string;
  readonly type?: number;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly Named[];
}

const LOCALES = ['id', 'zh-CN'] as const;
/** Discord's rule for names of commands and options. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
const MENU = 3;
const SUBCOMMAND = 1;
const MAX_DESCRIPTION = 100;
const MAX_COMMAND = 8_000;

const DATA = COMMAND_DATA as unknown as readonly Named[];
const readme = readFileSync(path.join(PROJECT_DIR, 'README.md'), 'utf8');

/** The command or option, and all options below it, each with its path. */
function nodesOf(node: Named, above = ''): readonly (readonly [string, Named])[] {
  const here = `${above}/${node.name}`;
  return [[here, node], ...(node.options ?? []).flatMap((option) => nodesOf(option, here))];
}
const NODES = DATA.flatMap((command) => nodesOf(command));
const isMenu = ({ type }: Named): boolean => type === MENU;

const namesOf = (node: Named): readonly string[] => [
  node.name,
  ...LOCALES.map((locale) => node.name_localizations?.[locale] ?? ''),
];

describe('every command, menu, subcommand and option', () => {
  it.each(NODES)('%s has a name in three languages such as Discord takes', (_, node) => {
    for (const name of namesOf(node)) {
      if (isMenu(node)) expect(name).toMatch(/^.{1,32}$/u);
      else expect(name).toMatch(NAME);
      if (!isMenu(node)) expect(name).toBe(name.toLowerCase());
    }
  });

  it.each(NODES.filter(([, node]) => !isMenu(node)))('%s says in three languages what it is', (_, node) => {
    const said = [node.description, ...LOCALES.map((locale) => node.description_localizations?.[locale])];
    for (const description of said) {
      expect(description).toMatch(/\S/);
      expect(description?.length).toBeLessThanOrEqual(MAX_DESCRIPTION);
    }
  });

  it.each(DATA.map((command) => [command.name, command] as const))(
    '%s has no two options of the same name in any language, and fits into a command',
    (_, command) => {
      for (const [, node] of nodesOf(command)) {
        const options = (node.options ?? []).map(namesOf);
        for (const at of [0, 1, 2])
          expect(new Set(options.map((names) => names[at])).size).toBe(options.length);
      }
      const words = nodesOf(command).flatMap(([, node]) => [...namesOf(node), node.description ?? '']);
      expect(words.join('').length).toBeLessThan(MAX_COMMAND);
    },
  );

  it('is told apart from all others in every language', () => {
    for (const at of [0, 1, 2])
      expect(new Set(DATA.map((command) => namesOf(command)[at])).size).toBe(DATA.length);
  });
});

describe('the help', () => {
  it.each(UI_LANGUAGES)(
    'names every command and every menu in the language %s, and what it does',
    async (language) => {
      const help = COMMANDS.find(({ data }) => data.name === 'help');
      const body = await help?.run({} as never, { language } as CommandContext);
      const text = textOf(body).replaceAll('\\', '');
      const at = { en: 0, id: 1, zh: 2 }[language];
      for (const { data } of COMMANDS) {
        const { description_localizations: said, description } = data as Named;
        expect(text).toContain(`**/${namesOf(data as Named)[at] ?? ''}**`);
        expect(text).toContain(at === 0 ? description : said?.[LOCALES[at - 1] ?? 'id']);
      }
      for (const { data } of MENUS) expect(text).toContain(namesOf(data as Named)[at]);
    },
  );
});

describe('the README', () => {
  it.each(COMMANDS.map(({ data }) => data.name))('has an entry for /%s', (name) => {
    expect(readme).toMatch(new RegExp(`^\\| \`/${name}\` +\\| \\S`, 'm'));
  });

  it.each(
    DATA.flatMap(({ name, options = [] }) =>
      options.filter(({ type }) => type === SUBCOMMAND).map((option) => `/${name} ${option.name}`),
    ),
  )('has an entry for %s', (name) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${name}\` +\\| \\S`, 'm'));
  });

  it.each(MENUS.map(({ data }) => data.name))('explains the menu "%s"', (name) => {
    expect(readme).toContain(`**${name}**`);
  });
});

// Every command that the bot adds to the menu of a message.
import { check } from './check.ts';
import { find } from './find.ts';
import type { Menu } from './menu.ts';

export const MENUS: readonly Menu[] = [find, check];

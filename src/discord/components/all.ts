// Every button and menu that a message of the bot may hold.
import type { Component } from './component.ts';
import { share } from './share.ts';

export const COMPONENTS: readonly Component[] = [share];

// Every button and menu that a message of the bot may hold.
import { cited } from './cited.ts';
import type { Component } from './component.ts';
import { feedback } from './feedback.ts';
import { share } from './share.ts';

export const COMPONENTS: readonly Component[] = [share, cited, feedback];

// `/follows`: what somebody follows, to pause, change or stop it.
import { ApplicationCommandType } from 'discord.js';
import { followsPageOf } from '../following.ts';
import type { Command } from './command.ts';
import { EVERYWHERE } from './options.ts';

export const follows: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'follows',
    name_localizations: { id: 'ikutan', 'zh-CN': '关注列表' },
    description: 'What you follow, to pause, change or stop it',
    description_localizations: {
      id: 'Topik yang Anda ikuti: jeda, ubah, atau hentikan',
      'zh-CN': '查看、暂停、更改或停止关注的主题',
    },
    ...EVERYWHERE,
  },
  isPrivate: () => true,
  isEverywhere: true,
  run: (_, context) => followsPageOf(0, context),
};

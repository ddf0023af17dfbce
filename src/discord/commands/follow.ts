// `/follow`: be told of new releases on a topic, by direct message or in a channel.
import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
  ChannelType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { FollowWish } from '../../domain/follow.ts';
import { readQuiet } from '../../follow/schedule.ts';
import { startFollow } from '../following.ts';
import { shorten } from '../citation.ts';
import { followMessages } from '../messages/follows.ts';
import { TOPIC } from '../modals/follow-form.ts';
import { postingRefusal } from '../posting.ts';
import { suggestSources } from './choices.ts';
import type { Command, CommandContext } from './command.ts';
import { EVERYWHERE, sourceOption } from './options.ts';

const MAX_QUIET = 20;

export const follow: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'follow',
    name_localizations: { id: 'ikuti', 'zh-CN': '关注' },
    description: 'Be told of new press releases on a topic',
    description_localizations: {
      id: 'Dapatkan kabar siaran pers baru tentang suatu topik',
      'zh-CN': '关注某一主题的新新闻稿',
    },
    ...EVERYWHERE,
    options: [
      {
        type: Type.String,
        name: 'topic',
        name_localizations: { id: 'topik', 'zh-CN': '主题' },
        description: 'A few words, such as rice production',
        description_localizations: {
          id: 'Beberapa kata, misalnya produksi beras',
          'zh-CN': '几个词，例如：大米产量',
        },
        required: true,
        ...TOPIC,
      },
      sourceOption,
      {
        type: Type.Channel,
        name: 'channel',
        name_localizations: { id: 'kanal', 'zh-CN': '频道' },
        description: 'Where to tell it; by direct message if you name none',
        description_localizations: {
          id: 'Tempat mengabarkan; lewat pesan langsung bila kosong',
          'zh-CN': '通知的频道；不填则通过私信',
        },
        channel_types: [
          ChannelType.GuildText,
          ChannelType.GuildAnnouncement,
          ChannelType.PublicThread,
          ChannelType.PrivateThread,
          ChannelType.AnnouncementThread,
        ],
      },
      {
        type: Type.Boolean,
        name: 'daily',
        name_localizations: { id: 'harian', 'zh-CN': '每日' },
        description: 'One digest a day, at eight in the morning',
        description_localizations: {
          id: 'Satu ringkasan sehari, pukul delapan pagi',
          'zh-CN': '每天早上八点发送一次摘要',
        },
      },
      {
        type: Type.String,
        name: 'quiet_hours',
        name_localizations: { id: 'jam_tenang', 'zh-CN': '免打扰' },
        description: 'When nothing is sent, such as 22:00-07:00',
        description_localizations: {
          id: 'Waktu tanpa kabar, misalnya 22:00-07:00',
          'zh-CN': '不发送通知的时段，例如 22:00-07:00',
        },
        max_length: MAX_QUIET,
      },
    ],
  },
  isPrivate: () => true,
  isEverywhere: true,
  suggest: (interaction, { library }) => suggestSources(interaction, library),
  refuse: (interaction, context) => {
    const { refusals } = followMessages(context.language);
    const { options } = interaction;
    const topic = options.getString('topic', true).trim();
    if (topic.length < TOPIC.min_length || topic.length > TOPIC.max_length)
      return refusals.topic(TOPIC.min_length, TOPIC.max_length);
    const quiet = options.getString('quiet_hours');
    if (quiet !== null && readQuiet(quiet) === undefined) return refusals.quiet(shorten(quiet, MAX_QUIET));
    const channel = options.getChannel('channel');
    return channel === null ? undefined : postingRefusal(interaction, channel.id, context);
  },
  run: (interaction, context) => startFollow(wishOf(interaction, context), context),
};

/** What is told to one alone is of public sources, and not the server's: its members may leave it. */
function wishOf(
  { options }: ChatInputCommandInteraction,
  { place, settings, language, timeZone }: CommandContext,
): FollowWish {
  const channel = options.getChannel('channel')?.id;
  const source = options.getString('source');
  const quiet = readQuiet(options.getString('quiet_hours') ?? '');
  const { userId: owner, guildId: guild } = place;
  return {
    owner,
    ...(channel === undefined || guild === undefined ? {} : { channel, guild }),
    topic: options.getString('topic', true).trim(),
    ...(source === null ? {} : { source }),
    language: channel === undefined ? language : (settings.language ?? language),
    mode: options.getBoolean('daily') === true ? 'daily' : 'at-once',
    ...(quiet === undefined ? {} : { quiet }),
    timeZone,
  };
}

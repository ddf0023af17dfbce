// The form of `/admin`: its subcommands and options, in three languages.
import {
  ApplicationCommandOptionType as Type,
  ChannelType,
  type APIApplicationCommandBasicOption as Option,
  type APIApplicationCommandSubcommandOption as Subcommand,
} from 'discord.js';
import type { GuildSettings } from '../../guilds.ts';

/** English, Indonesian, Chinese. */
type Words = readonly [string, string, string];

function named([name, id, zh]: Words, [description, inId, inZh]: Words) {
  return {
    name,
    name_localizations: { id, 'zh-CN': zh },
    description,
    description_localizations: { id: inId, 'zh-CN': inZh },
  };
}

const sub = (name: Words, description: Words, options: Option[] = []): Subcommand => ({
  type: Type.Subcommand,
  ...named(name, description),
  options,
});

/** Questions a minute that a server may set. */
const LIMIT = { min_value: 1, max_value: 1_000 } as const;

const choice = (value: keyof GuildSettings, [name, id, zh]: Words) => ({
  name,
  name_localizations: { id, 'zh-CN': zh },
  value,
});

/** Settings that can be left to the bot again one by one; sources and channels have `all` for that. */
const RESETTABLE = [
  choice('language', ['language', 'bahasa', '语言']),
  choice('timeZone', ['time zone', 'zona waktu', '时区']),
  choice('privateAnswers', ['private answers', 'jawaban pribadi', '仅自己可见']),
  choice('memberLimit', ['limit of each member', 'batas tiap anggota', '成员上限']),
  choice('guildLimit', ['limit of the server', 'batas server', '服务器上限']),
];

const ADD: Words = ['add', 'tambah', '添加'];
const REMOVE: Words = ['remove', 'hapus', '移除'];
const ALL: Words = ['all', 'semua', '全部'];
const CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

export const SUBCOMMANDS: Subcommand[] = [
  sub(
    ['settings', 'setelan', '设置'],
    [
      'Show the settings of this server, or change some',
      'Lihat atau ubah setelan server ini',
      '查看或修改本服务器的设置',
    ],
    [
      {
        type: Type.String,
        ...named(
          ['language', 'bahasa', '语言'],
          [
            'Where a member’s own is not spoken',
            'Bila bahasa anggota tidak dikenal',
            '成员语言不受支持时使用',
          ],
        ),
        choices: [
          { name: 'Bahasa Indonesia', value: 'id' },
          { name: 'English', value: 'en' },
          { name: '中文', value: 'zh' },
        ],
      },
      {
        type: Type.String,
        ...named(
          ['time_zone', 'zona_waktu', '时区'],
          ['In which “yesterday” is read', 'Untuk membaca “kemarin”', '用于理解“昨天”等'],
        ),
        autocomplete: true,
      },
      {
        type: Type.Boolean,
        ...named(
          ['private', 'pribadi', '仅自己可见'],
          [
            'Whether answers are for the one who asks alone',
            'Apakah jawaban hanya untuk penanya',
            '回答是否仅提问者可见',
          ],
        ),
      },
      {
        type: Type.Integer,
        ...named(
          ['member_limit', 'batas_anggota', '成员上限'],
          ['Questions a minute of one member', 'Pertanyaan per menit tiap anggota', '每位成员每分钟的问题数'],
        ),
        ...LIMIT,
      },
      {
        type: Type.Integer,
        ...named(
          ['server_limit', 'batas_server', '服务器上限'],
          [
            'Questions a minute of all members',
            'Pertanyaan per menit seluruh server',
            '全服务器每分钟的问题数',
          ],
        ),
        ...LIMIT,
      },
      {
        type: Type.String,
        ...named(
          ['reset', 'atur_ulang', '重置'],
          ['A setting to leave to the bot again', 'Setelan yang kembali ke bawaan', '恢复默认的一项设置'],
        ),
        choices: RESETTABLE,
      },
    ],
  ),
  sub(
    ['sources', 'sumber', '来源'],
    ['Which sources this server uses', 'Sumber yang dipakai server ini', '本服务器使用的来源'],
    [
      {
        type: Type.String,
        ...named(ADD, ['A source to use', 'Sumber yang dipakai', '要使用的来源']),
        autocomplete: true,
      },
      {
        type: Type.String,
        ...named(REMOVE, ['A source not to use', 'Sumber yang tidak dipakai', '不再使用的来源']),
        autocomplete: true,
      },
      { type: Type.Boolean, ...named(ALL, ['Use all of them', 'Pakai semuanya', '使用全部来源']) },
    ],
  ),
  sub(
    ['channels', 'kanal', '频道'],
    ['In which channels the bot answers', 'Kanal tempat bot menjawab', '机器人回答的频道'],
    [
      {
        type: Type.Channel,
        ...named(ADD, ['A channel to answer in', 'Kanal untuk menjawab', '要回答的频道']),
        channel_types: [...CHANNELS],
      },
      {
        type: Type.Channel,
        ...named(REMOVE, ['A channel not to answer in', 'Kanal tanpa jawaban', '不再回答的频道']),
        channel_types: [...CHANNELS],
      },
      { type: Type.Boolean, ...named(ALL, ['Answer in all of them', 'Jawab di semuanya', '在全部频道回答']) },
    ],
  ),
  sub(
    ['add', 'tambah', '添加'],
    [
      'Add a release that only this server sees',
      'Tambahkan rilis untuk server ini saja',
      '添加仅本服务器可见的新闻稿',
    ],
    [
      {
        type: Type.Attachment,
        ...named(
          ['file', 'berkas', '文件'],
          ['.txt, .md, .html or .jsonl', '.txt, .md, .html, atau .jsonl', '.txt、.md、.html 或 .jsonl'],
        ),
      },
      {
        type: Type.String,
        ...named(
          ['link', 'tautan', '链接'],
          ['Address of a page or feed', 'Alamat halaman atau umpan', '网页或订阅源地址'],
        ),
        max_length: 1_000,
      },
    ],
  ),
  sub(
    ['remove', 'hapus', '移除'],
    ['Remove a release of this server’s own', 'Hapus rilis milik server ini', '移除本服务器自有的新闻稿'],
    [
      {
        type: Type.String,
        ...named(
          ['release', 'rilis', '新闻稿'],
          ['Words of its headline', 'Kata-kata judulnya', '标题中的词'],
        ),
        required: true,
        autocomplete: true,
      },
    ],
  ),
  sub(
    ['export', 'ekspor', '导出'],
    [
      'All that is kept of this server, as a file',
      'Semua yang disimpan tentang server ini',
      '导出本服务器的全部数据',
    ],
  ),
  sub(
    ['delete', 'lupakan', '删除'],
    [
      'Delete all that is kept of this server',
      'Hapus semua yang disimpan tentang server ini',
      '删除本服务器的全部数据',
    ],
  ),
];

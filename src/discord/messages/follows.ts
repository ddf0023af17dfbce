// What the bot says about follows and in notices, in the three languages of its interface. Pure.
import type { FollowMode, PauseReason } from '../../domain/follow.ts';
import type { UiLanguage } from '../messages.ts';

export interface FollowMessages {
  /** Heads a notice; `topics` is escaped already. */
  readonly heading: (passages: number, topics: string) => string;
  readonly words: (words: string) => string;
  readonly meaning: (nearness: string) => string;
  /** Passages for which a message has no room. */
  readonly hidden: (count: number) => string;
  readonly left: (count: number) => string;
  readonly manage: string;
  readonly followed: (topic: string, where: string) => string;
  readonly here: (channel: string) => string;
  readonly direct: string;
  readonly modes: Readonly<Record<FollowMode, string>>;
  readonly quiet: (from: string, to: string) => string;
  readonly source: (source: string) => string;
  readonly preview: (count: number) => string;
  readonly noPreview: string;
  readonly none: string;
  readonly yours: (count: number) => string;
  readonly paused: Readonly<Record<PauseReason, string>>;
  readonly deadChannel: (topics: string, channel: string, why: string) => string;
  readonly refusals: {
    readonly 'own-limit': (limit: number) => string;
    readonly 'guild-limit': (limit: number) => string;
    readonly same: string;
    readonly topic: (shortest: number, longest: number) => string;
    readonly quiet: (given: string) => string;
    readonly manager: string;
    readonly install: string;
    readonly permissions: (missing: string) => string;
    readonly gone: string;
    readonly elsewhere: string;
  };
  readonly permissions: {
    readonly view: string;
    readonly send: string;
    readonly threads: string;
    readonly history: string;
  };
  readonly choose: string;
  readonly buttons: {
    readonly pause: string;
    readonly resume: string;
    readonly remove: string;
    readonly daily: string;
    readonly atOnce: string;
    readonly list: string;
    readonly follow: string;
  };
  /** Title, label and description of the form behind the button; 45, 45 and 100 characters at most. */
  readonly form: { readonly title: string; readonly label: string; readonly description: string };
}

const id: FollowMessages = {
  heading: (passages, topics) =>
    `### ${passages === 1 ? 'Rilis baru' : `${passages} petikan baru`}: ${topics}`,
  words: (words) => `kata: ${words}`,
  meaning: (nearness) => `makna ${nearness}`,
  hidden: (count) => `${count} petikan lagi tidak muat di sini; cari dengan \`/cari\`.`,
  left: (count) => `${count} petikan lagi menyusul dalam ringkasan berikutnya.`,
  manage: '`/ikutan` untuk menjeda, mengubah, atau berhenti',
  followed: (topic, where) => `🔔 Mengikuti **${topic}**, dikabarkan ${where}.`,
  here: (channel) => `di ${channel}`,
  direct: 'lewat pesan langsung',
  modes: { 'at-once': 'langsung', daily: 'ringkasan harian' },
  quiet: (from, to) => `tenang ${from}–${to}`,
  source: (source) => `sumber ${source}`,
  preview: (count) => `Dalam 30 hari terakhir ini akan mengabarkan ${count} petikan, di antaranya:`,
  noPreview: 'Dalam 30 hari terakhir tidak ada yang akan dikabarkan.',
  none: 'Belum ada topik yang diikuti. Mulai dengan `/ikuti`.',
  yours: (count) => `### ${count} topik diikuti`,
  paused: {
    wish: 'dijeda',
    'no-access': 'dijeda: bot tidak boleh lagi menulis di kanal itu',
    'no-channel': 'dijeda: kanal itu sudah tidak ada',
    'no-direct': 'dijeda: pesan langsung dari bot ditolak',
    refused: 'dijeda: Discord menolak kabarnya',
  },
  deadChannel: (topics, channel, why) =>
    `🔕 Kabar tentang ${topics} untuk ${channel} ${why}. Tidak ada yang hilang: perbaiki izinnya, lalu lanjutkan dengan \`/ikutan\`.`,
  refusals: {
    'own-limit': (limit) => `Paling banyak ${limit} topik per orang. Hentikan salah satu dengan \`/ikutan\`.`,
    'guild-limit': (limit) => `Server ini sudah mengikuti ${limit} topik, itu batasnya.`,
    same: 'Topik itu sudah diikuti di sini.',
    topic: (shortest, longest) => `Tulis topik sepanjang ${shortest} sampai ${longest} huruf.`,
    quiet: (given) => `“${given}” bukan jam tenang. Tulis seperti 22:00-07:00.`,
    manager:
      'Untuk mengabarkan ke kanal diperlukan izin Kelola Pesan di kanal itu. Tanpa kanal, kabarnya datang lewat pesan langsung.',
    install: 'Di sini bot tidak terpasang. Pilih pesan langsung, atau minta pengelola memasang bot.',
    permissions: (missing) =>
      `Di kanal ini bot kekurangan izin: ${missing}. Berikan izinnya, lalu coba lagi.`,
    gone: 'Topik itu tidak lagi diikuti.',
    elsewhere: 'Lanjutkan topik ini di servernya: di sana izinnya dapat diperiksa.',
  },
  permissions: {
    view: 'Lihat Kanal',
    send: 'Kirim Pesan',
    threads: 'Kirim Pesan di Utas',
    history: 'Baca Riwayat Pesan',
  },
  choose: 'Pilih topik yang hendak diubah',
  buttons: {
    pause: 'Jeda',
    resume: 'Lanjutkan',
    remove: 'Berhenti',
    daily: 'Ringkasan harian',
    atOnce: 'Kabari langsung',
    list: 'Semua topik',
    follow: 'Ikuti topik ini',
  },
  form: {
    title: 'Ikuti topik',
    label: 'Topik',
    description: 'Beberapa kata; rilis baru tentangnya dikabarkan lewat pesan langsung.',
  },
};

const en: FollowMessages = {
  heading: (passages, topics) =>
    `### ${passages === 1 ? 'New release' : `${passages} new passages`}: ${topics}`,
  words: (words) => `words: ${words}`,
  meaning: (nearness) => `meaning ${nearness}`,
  hidden: (count) => `${count} more found no room here; look them up with \`/search\`.`,
  left: (count) => `${count} more will come with the next digest.`,
  manage: '`/follows` to pause, change or stop',
  followed: (topic, where) => `🔔 Following **${topic}**, told ${where}.`,
  here: (channel) => `in ${channel}`,
  direct: 'by direct message',
  modes: { 'at-once': 'at once', daily: 'daily digest' },
  quiet: (from, to) => `quiet ${from}–${to}`,
  source: (source) => `source ${source}`,
  preview: (count) =>
    `The last 30 days would have told of ${count} passage${count === 1 ? '' : 's'}, among them:`,
  noPreview: 'The last 30 days would have told of nothing.',
  none: 'Nothing is followed yet. Begin with `/follow`.',
  yours: (count) => `### ${count} topic${count === 1 ? '' : 's'} followed`,
  paused: {
    wish: 'paused',
    'no-access': 'paused: the bot may no longer write in that channel',
    'no-channel': 'paused: that channel is gone',
    'no-direct': "paused: the bot's direct messages are refused",
    refused: 'paused: Discord refused the notice',
  },
  deadChannel: (topics, channel, why) =>
    `🔕 Notices of ${topics} for ${channel} are ${why}. Nothing is lost: mend the permission and resume with \`/follows\`.`,
  refusals: {
    'own-limit': (limit) => `At most ${limit} topics a person. Stop one of them with \`/follows\`.`,
    'guild-limit': (limit) => `This server follows ${limit} topics already, which is the limit.`,
    same: 'That topic is followed here already.',
    topic: (shortest, longest) => `Write a topic of ${shortest} to ${longest} characters.`,
    quiet: (given) => `“${given}” are no quiet hours. Write them as 22:00-07:00.`,
    manager:
      'Notices in a channel need the permission Manage Messages there. Without a channel they come by direct message.',
    install: 'The bot is not installed here. Choose direct messages, or ask a manager to install it.',
    permissions: (missing) => `In this channel the bot lacks: ${missing}. Grant it and try again.`,
    gone: 'That topic is no longer followed.',
    elsewhere: 'Resume this topic in its server, where permissions can be checked.',
  },
  permissions: {
    view: 'View Channel',
    send: 'Send Messages',
    threads: 'Send Messages in Threads',
    history: 'Read Message History',
  },
  choose: 'Choose a topic to change',
  buttons: {
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Stop',
    daily: 'Daily digest',
    atOnce: 'Tell at once',
    list: 'All topics',
    follow: 'Follow this topic',
  },
  form: {
    title: 'Follow a topic',
    label: 'Topic',
    description: 'A few words; you are told of new releases on it by direct message.',
  },
};

const zh: FollowMessages = {
  heading: (passages, topics) => `### ${passages === 1 ? '新的新闻稿' : `${passages} 个新段落`}：${topics}`,
  words: (words) => `词语：${words}`,
  meaning: (nearness) => `语义 ${nearness}`,
  hidden: (count) => `另有 ${count} 个段落未能显示，可用 \`/搜索\` 查找。`,
  left: (count) => `另有 ${count} 个段落将随下次摘要发送。`,
  manage: '用 `/关注列表` 暂停、更改或停止',
  followed: (topic, where) => `🔔 已关注**${topic}**，${where}通知。`,
  here: (channel) => `在${channel}`,
  direct: '通过私信',
  modes: { 'at-once': '即时', daily: '每日摘要' },
  quiet: (from, to) => `免打扰 ${from}–${to}`,
  source: (source) => `来源：${source}`,
  preview: (count) => `过去30天会通知 ${count} 个段落，例如：`,
  noPreview: '过去30天没有会通知的内容。',
  none: '尚未关注任何主题。请用 `/关注` 开始。',
  yours: (count) => `### 已关注 ${count} 个主题`,
  paused: {
    wish: '已暂停',
    'no-access': '已暂停：机器人无法再在该频道发言',
    'no-channel': '已暂停：该频道已不存在',
    'no-direct': '已暂停：机器人的私信被拒绝',
    refused: '已暂停：Discord 拒绝了通知',
  },
  deadChannel: (topics, channel, why) =>
    `🔕 ${topics}在${channel}的通知${why}。内容不会丢失：修复权限后用 \`/关注列表\` 恢复。`,
  refusals: {
    'own-limit': (limit) => `每人最多关注 ${limit} 个主题。请用 \`/关注列表\` 停止其中一个。`,
    'guild-limit': (limit) => `此服务器已关注 ${limit} 个主题，达到上限。`,
    same: '此处已关注该主题。',
    topic: (shortest, longest) => `主题须为 ${shortest} 至 ${longest} 个字符。`,
    quiet: (given) => `“${given}”不是免打扰时段，请写成 22:00-07:00。`,
    manager: '在频道发送通知需要该频道的“管理消息”权限。不指定频道则通过私信通知。',
    install: '机器人未安装在此处。请选择私信，或请管理员安装。',
    permissions: (missing) => `机器人在此频道缺少权限：${missing}。请授予后重试。`,
    gone: '该主题已不再关注。',
    elsewhere: '请在该主题所属的服务器中恢复，以便检查权限。',
  },
  permissions: { view: '查看频道', send: '发送消息', threads: '在子区内发送消息', history: '读取消息历史' },
  choose: '选择要更改的主题',
  buttons: {
    pause: '暂停',
    resume: '恢复',
    remove: '停止',
    daily: '每日摘要',
    atOnce: '即时通知',
    list: '全部主题',
    follow: '关注此主题',
  },
  form: { title: '关注主题', label: '主题', description: '几个词；有相关的新新闻稿时通过私信通知。' },
};

const MESSAGES: Readonly<Record<UiLanguage, FollowMessages>> = { id, en, zh };

export function followMessages(language: UiLanguage): FollowMessages {
  return MESSAGES[language];
}

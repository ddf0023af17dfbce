// What the bot says to those who manage a server. Pure.
import type { UiLanguage } from '../messages.ts';

export interface AdminMessages {
  readonly managersOnly: string;
  readonly title: string;
  readonly sources: string;
  readonly channels: string;
  readonly language: string;
  readonly timeZone: string;
  readonly answers: string;
  readonly memberLimit: string;
  readonly guildLimit: string;
  readonly all: string;
  readonly none: string;
  readonly private: string;
  readonly public: string;
  readonly ownReleases: (count: number) => string;
  readonly perMinute: (count: number) => string;
  readonly noSuchZone: (given: string) => string;
  readonly noSuchSource: (given: string) => string;
  readonly nothingGiven: string;
  readonly taken: (counts: { added: number; updated: number; unchanged: number }) => string;
  readonly rejected: (count: number) => string;
  readonly removed: (title: string) => string;
  readonly notOwn: string;
  readonly exported: string;
  readonly willDelete: (releases: number) => string;
  readonly deleteForGood: string;
  readonly deleted: string;
}

const id: AdminMessages = {
  managersOnly: 'Perintah ini hanya untuk yang berizin Kelola Server, di server yang memasang bot ini.',
  title: 'Setelan server ini',
  sources: 'Sumber',
  channels: 'Kanal',
  language: 'Bahasa',
  timeZone: 'Zona waktu',
  answers: 'Jawaban',
  memberLimit: 'Batas tiap anggota',
  guildLimit: 'Batas seluruh server',
  all: 'semua',
  none: 'tidak ada',
  private: 'hanya untuk penanya',
  public: 'terlihat semua',
  ownReleases: (count) => `${count} rilis milik server ini sendiri`,
  perMinute: (count) => `${count} pertanyaan per menit`,
  noSuchZone: (given) => `“${given}” bukan zona waktu. Tulis seperti Asia/Jakarta.`,
  noSuchSource: (given) => `Tidak ada sumber “${given}” untuk server ini. Pilih dari daftar yang muncul.`,
  nothingGiven: 'Lampirkan berkas atau beri tautan, salah satu saja.',
  taken: ({ added, updated, unchanged }) =>
    `${added} rilis ditambahkan, ${updated} diperbarui, ${unchanged} tidak berubah. Hanya server ini yang melihatnya.`,
  rejected: (count) => `${count} tidak diterima:`,
  removed: (title) => `Rilis “${title}” dihapus.`,
  notOwn: 'Itu bukan rilis milik server ini. Pilih dari daftar yang muncul.',
  exported: 'Semua yang disimpan tentang server ini:',
  willDelete: (releases) =>
    `Ini menghapus setelan, langganan, dan ${releases} rilis milik server ini, tanpa bisa dibatalkan. Tekan tombol di bawah bila yakin.`,
  deleteForGood: 'Hapus selamanya',
  deleted: 'Semua yang disimpan tentang server ini telah dihapus.',
};

const en: AdminMessages = {
  managersOnly: 'This is for those with Manage Server alone, in a server that installed the bot.',
  title: 'Settings of this server',
  sources: 'Sources',
  channels: 'Channels',
  language: 'Language',
  timeZone: 'Time zone',
  answers: 'Answers',
  memberLimit: 'Limit of each member',
  guildLimit: 'Limit of the whole server',
  all: 'all',
  none: 'none',
  private: 'for the one who asks alone',
  public: 'seen by all',
  ownReleases: (count) => `${count} release${count === 1 ? '' : 's'} of this server's own`,
  perMinute: (count) => `${count} question${count === 1 ? '' : 's'} a minute`,
  noSuchZone: (given) => `“${given}” is no time zone. Write it as Asia/Jakarta.`,
  noSuchSource: (given) => `There is no source “${given}” for this server. Choose one of those offered.`,
  nothingGiven: 'Attach a file or give a link, one of the two.',
  taken: ({ added, updated, unchanged }) =>
    `${added} added, ${updated} updated, ${unchanged} unchanged. Only this server sees them.`,
  rejected: (count) => `${count} not taken:`,
  removed: (title) => `The release “${title}” is removed.`,
  notOwn: "That is no release of this server's own. Choose one of those offered.",
  exported: 'All that is kept of this server:',
  willDelete: (releases) =>
    `This deletes the settings, what is followed and ${releases} release(s) of this server, for good. Press the button if you are sure.`,
  deleteForGood: 'Delete for good',
  deleted: 'All that was kept of this server is deleted.',
};

const zh: AdminMessages = {
  managersOnly: '此命令仅限拥有“管理服务器”权限的成员，且须在安装了本机器人的服务器中使用。',
  title: '本服务器的设置',
  sources: '来源',
  channels: '频道',
  language: '语言',
  timeZone: '时区',
  answers: '回答',
  memberLimit: '每位成员的上限',
  guildLimit: '全服务器的上限',
  all: '全部',
  none: '无',
  private: '仅提问者可见',
  public: '所有人可见',
  ownReleases: (count) => `本服务器自有新闻稿${count}篇`,
  perMinute: (count) => `每分钟${count}个问题`,
  noSuchZone: (given) => `“${given}”不是时区，请写成 Asia/Jakarta。`,
  noSuchSource: (given) => `本服务器没有来源“${given}”，请从列表中选择。`,
  nothingGiven: '请附上文件或提供链接，二者选一。',
  taken: ({ added, updated, unchanged }) =>
    `新增${added}篇，更新${updated}篇，未变${unchanged}篇。仅本服务器可见。`,
  rejected: (count) => `未收录${count}个：`,
  removed: (title) => `已删除新闻稿《${title}》。`,
  notOwn: '这不是本服务器自有的新闻稿，请从列表中选择。',
  exported: '本服务器保存的全部数据：',
  willDelete: (releases) =>
    `此操作将永久删除本服务器的设置、关注和${releases}篇自有新闻稿。确认请按下方按钮。`,
  deleteForGood: '永久删除',
  deleted: '本服务器保存的数据已全部删除。',
};

const MESSAGES: Readonly<Record<UiLanguage, AdminMessages>> = { id, en, zh };

export function adminMessages(language: UiLanguage): AdminMessages {
  return MESSAGES[language];
}

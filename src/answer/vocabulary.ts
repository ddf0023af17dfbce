// Words that several readings of a question share, as alternatives of regular expressions. Pure.
import { CARDINAL_WORDS } from '../text/ordinals.ts';

/** What the points of a list are called. */
export const POINT_NOUNS = {
  id: 'poin|butir|usulan|usul|langkah|prioritas|program|tahap|tahapan|syarat|persyaratan|hal|bidang|bagian|layanan|macam|sebab|penyebab|alasan|kekeliruan|kesalahan|tindakan|saran|rekomendasi|perubahan|tugas|ketentuan|kesepakatan|sasaran|strategi|pilar|kebijakan|upaya|permintaan|tuntutan|komponen|aspek|barang|kegiatan|janji|agenda|misi|prinsip|aturan|pasal|tujuan|isu|topik|faktor|kriteria|seruan|imbauan|capaian|keputusan|inisiatif|komitmen',
  en: 'points?|proposals?|suggestions?|recommendations?|steps?|measures?|priorit(?:y|ies)|tasks?|parts?|reasons?|causes?|requirements?|conditions?|stages?|phases?|services?|changes?|areas?|principles?|actions?|goals?|objectives?|items?|demands?|commitments?|pillars?|rules?|mistakes?|errors?|things?|pledges?|aims?|programmes?|programs?|activit(?:y|ies)|topics?|issues?|themes?|tenets?|factors?|criteria|appeals?|achievements?|outcomes?|initiatives?|decisions?|deliverables?',
  zh: '点建议|点意见|点要求|点主张|点共识|点|项|条|个方面|方面|个部分|部分|个原因|个阶段|阶段|类|件|个步骤|步|个要点|个主要项目|个项目|个标准|个目标|个议题',
} as const;

/** From 2, where a language has an article for 1. */
export const CARDINALS = {
  latin: `(?!one\\b|satu\\b)(?:${CARDINAL_WORDS}|\\d{1,2})`,
  zh: '[二两三四五六七八九]|十[一二三四五]?|\\d{1,2}',
} as const;

// What the points of a list are called, across Indonesian, English and Chinese. Pure.

/** Each line holds words for the same kind of point. */
const KINDS: readonly RegExp[] = [
  /\b(?:usul(?:an|-usul|an-usulan)?|proposals?|suggestions?|propose[sd]?)\b|建议|提议|主张/iu,
  /\b(?:seruan|imbauan|himbauan|mengimbau|appeals?|calls?|urges?)\b|呼吁|倡议/iu,
  /\b(?:capaian|hasil|keputusan|kesepakatan|achievements?|outcomes?|decisions?|agreements?|results?)\b|成果|决定|共识/iu,
  /\b(?:langkah(?:-langkah)?|tindakan|upaya|kebijakan|steps?|measures?|actions?|polic(?:y|ies))\b|措施|步骤|举措|办法/iu,
  /\b(?:poin(?:-poin)?|butir|pokok|points?|plan|rencana)\b|[点條]|要点|方案|计划/iu,
  /\b(?:syarat(?:-syarat)?|persyaratan|ketentuan|aturan|kriteria|ukuran|patokan|standar|requirements?|conditions?|rules?|criteria|criterion|standards?)\b|条件|规定|标准|要求/iu,
  /\b(?:saran|rekomendasi|nasihat|recommendations?|advice|advises?|recommends?)\b|建议|意见/iu,
  /\b(?:sebab(?:-sebab\w*)?|penyebab|alasan|reasons?|causes?)\b|原因|理由/iu,
  /\b(?:tahap(?:-tahap|an)?|stages?|phases?|rounds?)\b|阶段|步骤/iu,
  /\b(?:bidang|sektor|aspek|areas?|fields?|aspects?|domains?)\b|领域|方面/iu,
  /\b(?:layanan|pelayanan|jasa|services?)\b|服务/iu,
  /\b(?:prioritas|utama|priorit(?:y|ies))\b|优先|重点/iu,
  /\b(?:program|proyek|kegiatan|acara|pekerjaan|programmes?|programs?|projects?|activit(?:y|ies)|events?)\b|项目|活动|工程/iu,
  /\b(?:prinsip|asas|nilai|principles?|tenets?|values?)\b|原则|理念/iu,
  /\b(?:pilar|pillars?|tiang)\b|支柱/iu,
  /\b(?:isu|topik|tema|issues?|topics?|themes?|agenda)\b|议题|主题|话题/iu,
  /\b(?:tujuan|sasaran|target(?:s|-target)?|menargetkan|goals?|objectives?|aims?)\b|目标|目的/iu,
  /\b(?:tugas|tasks?|duties|duty|work)\b|任务|工作/iu,
  /\b(?:bagian(?:-bagian)?|parts?|sections?|components?)\b|部分|内容/iu,
  /\b(?:perubahan|changes?|improvements?|perbaikan)\b|变化|改进|调整/iu,
  /\b(?:kekeliruan|kesalahan|ralat|mistakes?|errors?)\b|错误|差错/iu,
  /\b(?:barang|isi|macam|items?|things?|contents?|kinds?|bag|tas)\b|物品|清单|种/iu,
  /\b(?:tarif|harga|diskon|potongan|fares?|prices?|discounts?)\b|优惠|票价|价格/iu,
  /\b(?:jadwal|susunan|schedules?|timetables?)\b|时间表|日程|安排/iu,
];

/** Whether both texts speak of one kind of point, in whatever languages. */
export function shareKind(one: string, other: string): boolean {
  return KINDS.some((kind) => kind.test(one) && kind.test(other));
}

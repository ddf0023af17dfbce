// The language of a question, which is too short for a detector of languages. Pure.
import type { Language } from '../domain/release.ts';

const HAN = /\p{Script=Han}/gu;
const LETTERS = /\p{L}/gu;
/** Share of Chinese characters from which a question is Chinese, though names in it are not. */
const HAN_SHARE = 0.2;

const INDONESIAN = new Set(
  'apa apakah siapa siapakah kapan kapankah mana manakah dimana dimanakah berapa berapakah bagaimana bagaimanakah mengapa kenapa adakah benarkah sebutkan jelaskan yang di ke dari dan dengan untuk pada dalam oleh itu ini saja tentang menurut kata adalah tidak akan sudah telah ada atau bisa sebagai antara soal setelah sejak nama tahun poin usulan'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'what which who whom whose when where why how is are was were do does did has have had the a an of in on at to for from by with and or that this these those can could will would should about many much according list name tell there it its any'.split(
    ' ',
  ),
);

/** `id`, `en` or `zh`: by script, then by the words that every question has; `id` where nothing tells. */
export function readQuestionLanguage(question: string): Language {
  const letters = question.match(LETTERS)?.length ?? 0;
  const han = question.match(HAN)?.length ?? 0;
  if (letters > 0 && han / letters >= HAN_SHARE) return 'zh';
  const words = question.toLowerCase().match(/\p{L}+/gu) ?? [];
  const indonesian = words.filter((word) => INDONESIAN.has(word)).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return english > indonesian ? 'en' : 'id';
}

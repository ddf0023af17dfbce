// Traditional Chinese characters as simplified ones. Pure, but for the table, which is read once, when it is first needed.
import { createRequire } from 'node:module';

/** Characters that may have a simplified form, those of Unicode's basic plane. */
const HAN = /[\u3400-\u9FFF]/;
const FIRST = 0x3400;
const LAST = 0x9fff;

/** Its package has types that do not resolve. */
interface OpenCc {
  readonly Converter: (locales: { readonly from: 't'; readonly to: 'cn' }) => (text: string) => string;
}

/** By code unit: that of the simplified form; 0 where there is none. */
let table: Uint16Array | undefined;

/**
 * `text` with OpenCC's simplified form of each of its traditional characters, one by one: as long as it was, in UTF-16
 * units, so that spans of the one are spans of the other. Text in simplified characters comes back as it is. It is for
 * reading alone: what is quoted is as it was written.
 */
export function simplify(text: string): string {
  if (!HAN.test(text)) return text;
  table ??= readTable();
  let simplified = '';
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = table[text.charCodeAt(i)] ?? 0;
    if (code === 0) continue;
    simplified += text.slice(done, i) + String.fromCharCode(code);
    done = i + 1;
  }
  return done === 0 ? text : simplified + text.slice(done);
}

/** Of a simplified text, the words at `start`, as `written` has them; `words` where they stand nowhere. */
export function asWritten(words: string, start: number, written: string): string {
  return start === -1 ? words : written.slice(start, start + words.length);
}

/** Takes a tenth of a second, which those who read no Chinese never wait for. */
function readTable(): Uint16Array {
  const openCc = createRequire(import.meta.url)('opencc-js/t2cn') as OpenCc;
  const convert = openCc.Converter({ from: 't', to: 'cn' });
  const codes = new Uint16Array(LAST + 1);
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCharCode(code);
    // Twice, for the few whose simplified form has another one: 薴, 苧, 苎.
    const simplified = convert(convert(character));
    if (simplified !== character && simplified.length === 1) codes[code] = simplified.charCodeAt(0);
  }
  return codes;
}

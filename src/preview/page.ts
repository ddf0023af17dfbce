// A message payload of Discord as a page in its look, for pictures and for trying out. Pure.
import { toHTML } from '@odiffey/discord-markdown';

/** A component of Discord's Components V2, as far as Rilis sends them. */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly accent_color?: number | null;
  readonly label?: string;
  readonly emoji?: { readonly name?: string };
  readonly placeholder?: string;
  readonly style?: number;
  readonly divider?: boolean;
}

export interface Payload {
  readonly content?: string;
  readonly components?: readonly Component[];
}

export interface PageOptions {
  /** What the member asked, shown above the answer; absent where the bot speaks of its own accord. */
  readonly question?: string;
}

/** Component types, by Discord's published numbers. */
const TYPE = { row: 1, button: 2, select: 3, section: 9, text: 10, separator: 14, container: 17 } as const;
const BUTTON_STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

const STYLE = `
body{margin:0;background:#313338;color:#dbdee1;font:16px/1.375 "gg sans","Noto Sans","Noto Sans CJK SC","DejaVu Sans",sans-serif}
main{max-width:760px;padding:20px}
.message{display:grid;grid-template-columns:40px 1fr;gap:0 16px;margin:0 0 18px}
.avatar{width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;display:grid;place-items:center;font-weight:700}
.member .avatar{background:#248046}
.name{font-weight:600;color:#f2f3f5}.tag{background:#5865f2;color:#fff;border-radius:4px;font-size:10px;padding:1px 5px;margin-left:6px;vertical-align:2px}
.container{background:#2b2d31;border:1px solid #3f4147;border-left:4px solid var(--accent,#3f4147);border-radius:8px;padding:14px 16px;margin-top:6px;display:grid;gap:8px}
blockquote{margin:2px 0;padding:0 0 0 12px;border-left:4px solid #4e5058;border-radius:4px}
h1,h2,h3{margin:4px 0;color:#f2f3f5;line-height:1.3}h1{font-size:24px}h2{font-size:20px}h3{font-size:17px}
small{font-size:13px;color:#949ba4;display:block}
a{color:#00a8fc;text-decoration:none}code{background:#1e1f22;border-radius:3px;padding:1px 4px}
hr{border:0;border-top:1px solid #3f4147;margin:4px 0;width:100%}
.row{display:flex;margin-top:8px;gap:8px;flex-wrap:wrap}
.button{border-radius:8px;padding:5px 14px;font-size:14px;font-weight:500;background:#4e5058;color:#fff}
.button.primary{background:#5865f2}.button.success{background:#248046}.button.danger{background:#da373c}
.select{flex:1;background:#1e1f22;border:1px solid #3f4147;border-radius:8px;padding:8px 12px;color:#949ba4;font-size:14px}
.section{display:flex;gap:12px;justify-content:space-between;align-items:flex-start}
`;

/** A whole page, self-contained: the question as a member's message, and the payload as the bot's. */
export function renderPage(payload: Payload, { question }: PageOptions = {}): string {
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>Rilis</title><style>${STYLE}</style><main>
${question === undefined ? '' : asked(question)}
<section class="message"><div class="avatar">R</div><div><div class="name">Rilis<span class="tag">APP</span></div>
${payload.content === undefined ? '' : markdown(payload.content)}${(payload.components ?? []).map(render).join('')}</div></section>
</main></html>`;
}

function asked(question: string): string {
  return `<section class="message member"><div class="avatar">A</div><div><div class="name">Anggota</div>${markdown(question)}</div></section>`;
}

function render(component: Component): string {
  const { type, content = '', placeholder = '', style = 2 } = component;
  const label = [component.emoji?.name, component.label].filter((part) => part !== undefined).join(' ');
  const inner = (component.components ?? []).map(render).join('');
  const draw: Readonly<Record<number, () => string>> = {
    [TYPE.container]: () => `<div class="container"${accent(component.accent_color)}>${inner}</div>`,
    [TYPE.text]: () => `<div>${markdown(content)}</div>`,
    [TYPE.section]: () =>
      `<div class="section"><div>${inner}</div>${[component.accessory].flatMap((part) => (part === undefined ? [] : render(part))).join('')}</div>`,
    [TYPE.separator]: () => (component.divider === false ? '' : '<hr>'),
    [TYPE.row]: () => `<div class="row">${inner}</div>`,
    [TYPE.button]: () => `<span class="button ${BUTTON_STYLES[style] ?? ''}">${escapeHtml(label)}</span>`,
    [TYPE.select]: () => `<span class="select">${escapeHtml(placeholder)}</span>`,
  };
  return draw[type]?.() ?? `<div>[component ${type}]</div>`;
}

function accent(color: number | null | undefined): string {
  return typeof color === 'number' ? ` style="--accent:#${color.toString(16).padStart(6, '0')}"` : '';
}

/** Discord's Markdown; the library knows all of it but the small print of `-# ` lines. */
function markdown(text: string): string {
  return text
    .split(/^(-# .*)$\n?/m)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('-# ') ? `<small>${toHTML(part.slice(3))}</small>` : toHTML(part)))
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

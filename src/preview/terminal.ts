// What a command printed as a page in the look of a terminal. Pure.
import Convert from 'ansi-to-html';

const STYLE = `
body{margin:0;background:#1e1e2e}
pre{margin:0;padding:20px 24px;color:#cdd6f4;font:15px/1.45 "DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;white-space:pre}
.prompt{color:#a6e3a1}
`;

/** A whole page, self-contained: the command line, and below it the output with its colours. */
export function renderTerminal(command: string, output: string): string {
  const convert = new Convert({ fg: '#cdd6f4', bg: '#1e1e2e', escapeXML: true });
  return `<!doctype html><html><meta charset="utf-8"><title>Rilis</title><style>${STYLE}</style><pre><span class="prompt">$</span> ${convert.toHtml(command)}
${convert.toHtml(output)}</pre></html>`;
}

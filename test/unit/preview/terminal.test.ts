import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../../src/preview/terminal.ts';

describe('the picture of a terminal', () => {
  it('keeps colours and lets no markup through', () => {
    const html = renderTerminal('npm run ask', '\u001b[1mtebal\u001b[22m <script>');
    expect(html).toContain('<b>tebal');
    expect(html).not.toContain('<script>');
  });
});

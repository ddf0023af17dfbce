import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../src/preview/page.ts';

const page = (content: string): string =>
  renderPage(
    { components: [{ type: 17, accent_color: 0x5865f2, components: [{ type: 10, content }] }] },
    { question: 'Apa?' },
  );

describe('the preview page', () => {
  it('shows quotes, headings and small print as Discord does', () => {
    const html = page('## Judul\n> kutipan **penting**\n-# 27 Mei 2024');
    expect(html).toContain('<h2>Judul</h2>');
    expect(html).toMatch(/<blockquote>kutipan <strong>penting<\/strong>/);
    expect(html).toContain('<small>27 Mei 2024</small>');
    expect(html).toContain('--accent:#5865f2');
  });

  it('lets no markup of a release into the page', () => {
    const html = renderPage(
      {
        components: [
          { type: 1, components: [{ type: 2, label: '<script>x</script>' }] },
          { type: 10, content: '<img src=x>' },
        ],
      },
      { question: '<b>apa</b>' },
    );
    expect(html).not.toMatch(/<script>|<img|<b>/);
  });

  it('shows what the bot says of its own accord without a member', () => {
    const html = renderPage({ components: [{ type: 10, content: 'Rilis baru' }] });
    expect(html).toContain('Rilis baru');
    expect(html).not.toContain('Anggota');
  });
});

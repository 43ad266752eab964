import { escapeHtml } from '../../lib/escape-html.js';

describe('escapeHtml', () => {
  it('leaves no sign that could begin markup or end an attribute', () => {
    expect(escapeHtml('<a href="x">&</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;');
  });

  it('keeps what is plain text, accents too', () => {
    expect(escapeHtml("Mérida 'Centro'")).toBe("Mérida 'Centro'");
  });
});

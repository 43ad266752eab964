import { edgePages } from '../../../lib/edge/index.js';
import { createMessages } from '../../../lib/messages/index.js';

const props = {
  institution: 'Radio "A" & <B>',
  institute: { name: 'Instituto de Ejemplo', site: 'https://instituto.example' },
};

describe('edgePages', () => {
  it('escapes the names that it shows', () => {
    const { closed } = edgePages(props, createMessages('es'));
    expect(closed).toContain('Radio &quot;A&quot; &amp; &lt;B&gt;');
    expect(closed).not.toContain('<B>');
  });

  it('says in the chosen language whose site it is and where the official one stands', () => {
    const { notice } = edgePages(props, createMessages('en'));
    expect(notice).toContain('<html lang="en">');
    expect(notice).toContain('href="https://instituto.example"');
    expect(notice).toContain('Publication interrupted');
  });

  it('leaves the link out where the call names no site', () => {
    const { closed } = edgePages(
      { ...props, institute: { name: 'Instituto de Ejemplo' } },
      createMessages('es'),
    );
    expect(closed).not.toContain('<a ');
  });

  it('keeps each page small enough for the edge function', () => {
    for (const page of Object.values(edgePages(props, createMessages('es')))) {
      expect(Buffer.byteLength(page)).toBeLessThan(2048);
    }
  });
});

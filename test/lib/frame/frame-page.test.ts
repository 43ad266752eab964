import { createHash } from 'node:crypto';
import { framePolicy, FRAME_SANDBOX, renderFramePage } from '../../../lib/frame/index.js';
import { createMessages } from '../../../lib/messages/index.js';

const PROPS = {
  official: 'https://prep.instituto.example/inicio?a=1&b=2',
  title: 'PREP <Chiapas>',
  institution: 'Diario "El Ejemplo"',
  institute: 'Instituto & Consejo',
};

describe('renderFramePage', () => {
  const page = renderFramePage(PROPS, createMessages('es'));

  it('frames the official address, with a title, in a sandbox', () => {
    expect(page).toContain('<iframe src="https://prep.instituto.example/inicio?a=1&amp;b=2"');
    expect(page).toContain('title="PREP &lt;Chiapas&gt;"');
    expect(page).toContain(`sandbox="${FRAME_SANDBOX}"`);
  });

  it('lets the framed site neither lead the tab away nor open dialogs', () => {
    expect(FRAME_SANDBOX).not.toMatch(/top-navigation|modals|pointer-lock/);
  });

  it('links to the official site for browsers without frames', () => {
    expect(page).toContain('<a href="https://prep.instituto.example/inicio?a=1&amp;b=2" target="_blank"');
    expect(page).toContain('Instituto &amp; Consejo');
  });

  it('says its language, and has no script of its own', () => {
    expect(page).toContain('<html lang="es">');
    expect(renderFramePage(PROPS, createMessages('en'))).toContain('<html lang="en">');
    expect(page).not.toContain('<script');
  });

  it('is small enough for a function at the edge', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(3000);
  });

  it('has the one style that its policy names', () => {
    const style = /<style>(.*)<\/style>/.exec(page)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(framePolicy({ official: PROPS.official, frameAncestors: ["'self'"] })).toContain(
      `style-src 'sha256-${digest}'`,
    );
  });
});

describe('framePolicy', () => {
  const policy = framePolicy({
    official: 'https://prep.instituto.example:8443/x',
    frameAncestors: ["'self'", 'https://*.diario.example'],
  });

  it('lets the page frame exactly the official origin', () => {
    expect(policy.split('; ')).toContain('frame-src https://prep.instituto.example:8443');
  });

  it('lets only the given sources frame the page', () => {
    expect(policy.split('; ')).toContain("frame-ancestors 'self' https://*.diario.example");
  });

  it('loads nothing else', () => {
    expect(policy.split('; ')[0]).toBe("default-src 'none'");
  });
});

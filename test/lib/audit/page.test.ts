import { pageIn } from '../../../lib/audit/page.js';
import { framePolicy, FRAME_SANDBOX, renderFramePage } from '../../../lib/frame/index.js';
import { createMessages } from '../../../lib/messages/index.js';

const OFFICIAL = 'https://prep.example.net/';

function answer(body: string, policy?: string, status = 200) {
  const header = (name: string) =>
    name === 'content-security-policy' && policy !== undefined ? [policy] : [];
  return { status, header, body };
}

describe('the frame of a page that came', () => {
  it('is told as the toolkit’s own page has it', () => {
    const page = renderFramePage(
      { official: OFFICIAL, title: 'PREP', institution: 'Universidad', institute: 'IEPC' },
      createMessages(),
    );
    const policy = framePolicy({ official: OFFICIAL, frameAncestors: ["'self'"] });
    expect(pageIn(answer(page, policy))).toEqual({
      value: {
        source: OFFICIAL,
        sandbox: FRAME_SANDBOX,
        title: 'PREP',
        link: OFFICIAL,
        frameSources: ['https://prep.example.net'],
      },
    });
  });

  it('has only what is there', () => {
    expect(pageIn(answer(`<iframe src="${OFFICIAL}">`))).toEqual({ value: { source: OFFICIAL } });
    expect(pageIn(answer('<iframe>'))).toEqual({ value: {} });
    expect(pageIn(answer('<p>Resultados'))).toEqual({ value: {} });
  });

  test.each([
    [503, 'nothingThere'],
    [404, 'refused'],
  ])('is not looked for in an answer of %d', (status, why) => {
    expect(pageIn(answer('<iframe src="x">', undefined, status))).toMatchObject({ why });
  });

  it('is cut short where somebody writes without end', () => {
    const found = pageIn(answer(`<iframe src="${OFFICIAL}" title="${'x'.repeat(5000)}">`));
    expect('value' in found && found.value.title).toHaveLength(500);
  });
});

import { edgeFunctionDigest } from '../../../lib/compliance/index.js';

const CODE = 'function handler(event) {\n  return event.request;\n}\n';
const PAGES = 'const EDGE_PAGES = {"closed":"<p>;</p>"};\n';

describe('edgeFunctionDigest', () => {
  test("does not depend on the difusor's pages or the space before them", () => {
    expect(edgeFunctionDigest(`${CODE}\n${PAGES}`)).toBe(edgeFunctionDigest(CODE));
    expect(edgeFunctionDigest(CODE + PAGES.replace('closed', 'notice'))).toBe(edgeFunctionDigest(CODE));
  });

  test("does not depend on the difusor's page and policy of a frame", () => {
    const frame = 'const FRAME_PAGE = "<p>;</p>";\nconst FRAME_POLICY = "default-src";\n';
    expect(edgeFunctionDigest(`${CODE}\n${frame}`)).toBe(edgeFunctionDigest(CODE));
    expect(edgeFunctionDigest(`${CODE}\n${frame}handler = null;\n`)).not.toBe(edgeFunctionDigest(CODE));
    expect(edgeFunctionDigest(`${CODE}\n${frame.replace('"default-src"', 'steal()')}`)).not.toBe(
      edgeFunctionDigest(CODE),
    );
  });

  test.each([
    ['other code', `${CODE.replace('request', 'response')}${PAGES}`],
    ['code after the pages', `${CODE}${PAGES}handler = null;\n`],
    ['code in the line of the pages', `${CODE}const EDGE_PAGES = {}; handler = {};\n`],
    ['pages that are code', `${CODE}const EDGE_PAGES = {closed: steal()};\n`],
    ['pages that are no strings', `${CODE}const EDGE_PAGES = {"closed":1};\n`],
  ])('notices %s', (_name, code) => {
    expect(edgeFunctionDigest(code)).not.toBe(edgeFunctionDigest(CODE));
  });
});

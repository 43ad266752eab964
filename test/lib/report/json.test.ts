import { renderJson } from '../../../lib/report/index.js';
import { sampleDocument } from './sample.js';

test('renderJson prints the document and nothing else', () => {
  const text = renderJson(sampleDocument());
  expect(JSON.parse(text)).toEqual(sampleDocument());
  expect(text.endsWith('}\n')).toBe(true);
});

import mime from 'mime';
import { mediaTypes } from '../../../../constructs/server/web/media-types.js';

describe('mediaTypes', () => {
  const types = mediaTypes();

  it.each(['html', 'json', 'csv', 'js', 'css', 'svg', 'jpg', 'png', 'zip', 'woff2', 'xml', 'wasm'])(
    'serves .%s as the worker would store it',
    (extension) => {
      const line = types
        .split('\n')
        .find((each) => each.replace(';', '').split(' ').slice(5).includes(extension));
      expect(line?.trim().split(' ')[0]).toBe(mime.getType(extension));
    },
  );

  it('names no extension twice, which nginx would warn of', () => {
    const extensions = [...types.matchAll(/^ {4}\S+ (.*);$/gm)].flatMap(([, names = '']) => names.split(' '));
    expect(new Set(extensions).size).toBe(extensions.length);
  });
});

import { readFlag, readNumber, readText } from '../../../../../lib/compliance/collectors/terraform/text.js';
import type { TerraformStack } from '../../../../../lib/compliance/collectors/terraform/stack.js';

const STACK: TerraformStack = {
  name: 'uno',
  resources: [
    { id: 'uno/docker_image.x', type: 'docker_image', name: 'x', body: { name: 'image:1' } },
    { id: 'uno/docker_image.y', type: 'docker_image', name: 'y', body: { name: '${var.y}' } },
  ],
  providers: {},
  top: {},
  cloudInit: undefined,
};

describe('readText', () => {
  test.each([
    ['plain', 'plain'],
    [5, '5'],
    [true, 'true'],
    [undefined, undefined],
    ['$${x}', '${x}'],
    ['${docker_image.x.image_id}', 'image:1'],
    ['a-${docker_image.x.name}', 'a-image:1'],
    ['${docker_image.y.name}', { unresolved: 'docker_image.y.name' }],
    ['${var.x}', { unresolved: 'var.x' }],
    ['${file("x")}', { unresolved: 'file("x")' }],
    ['%{if x}', { unresolved: '%{' }],
    [['x'], { unresolved: 'object' }],
  ])('reads %j', (value, text) => {
    expect(readText(value, STACK)).toEqual(text);
  });

  test.each([
    ['80', 80],
    ['eighty', { unresolved: 'eighty' }],
    [undefined, undefined],
  ])('reads %j as a number', (value, number) => {
    expect(readNumber(value, STACK)).toEqual(number);
  });

  test.each([
    ['true', true],
    [false, false],
    ['yes', { unresolved: 'yes' }],
  ])('reads %j as a switch', (value, flag) => {
    expect(readFlag(value, STACK)).toEqual(flag);
  });
});

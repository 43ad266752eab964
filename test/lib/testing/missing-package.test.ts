import { missingPackage } from '../../../lib/testing/missing-package.js';

describe('missingPackage', () => {
  it('names the package and how to get it, and keeps the cause', () => {
    const cause = new Error('Cannot find module');
    const error = missingPackage('aws-cdk', cause);
    expect(error).toMatchObject({
      code: 'TESTING_PACKAGE_MISSING',
      params: { package: 'aws-cdk' },
    });
    expect(error.cause).toBe(cause);
  });
});

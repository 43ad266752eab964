import {
  pointerMoved,
  pointerUnreadable,
  stableFileTaken,
  unreadableVersion,
} from '../../../lib/publish/store-errors.js';

const noSpace = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });

describe('failures of a store', () => {
  it('name the cut whose move was late', () => {
    const generation = '20240603T030000Z-00000001';
    expect(pointerMoved({ state: 'live', generation })).toMatchObject({
      code: 'POINTER_MOVED',
      params: { generation },
      retryable: true,
    });
    expect(pointerMoved({ state: 'closed' }).params).toEqual({ generation: '{"state":"closed"}' });
  });
});

describe('a pointer that can’t be read', () => {
  it('shows the beginning of what is stored, and carries the version that an order replaces', () => {
    const error = pointerUnreadable('z'.repeat(500), '00000007');
    expect(error).toMatchObject({ code: 'POINTER_UNREADABLE', params: { value: 'z'.repeat(100) } });
    expect(unreadableVersion(error)).toBe('00000007');
    expect(unreadableVersion(noSpace)).toBeUndefined();
    expect(unreadableVersion(stableFileTaken('a'))).toBeUndefined();
  });
});

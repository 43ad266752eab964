import { KeyValuePointer } from '../../../lib/publish/key-value-pointer.js';
import { KEY_VALUE_STORE_ARN, KeyValueStoreDouble } from '../../support/key-value-store-double.js';

const LIVE = { state: 'live', generation: '20240603T030000Z-00000001' } as const;

describe('KeyValuePointer', () => {
  let keyValues: KeyValueStoreDouble;

  beforeEach(async () => {
    keyValues = await new KeyValueStoreDouble().start();
  });
  afterEach(() => keyValues.stop());

  const pointer = (arn = KEY_VALUE_STORE_ARN): KeyValuePointer =>
    new KeyValuePointer(keyValues.client(), arn);

  it('reads the ETag before the value, so that a move between the two makes it stale', async () => {
    await pointer().read();
    expect(keyValues.requests).toEqual(['GET store', 'GET live']);
  });

  it('moves with one put, under the key and in the form that the edge reads', async () => {
    const seen = await pointer().read();
    keyValues.requests.length = 0;
    await pointer().move(LIVE, seen);
    expect(keyValues.requests).toEqual(['PUT live']);
    expect(keyValues.values.get('live')).toBe('{"state":"live","generation":"20240603T030000Z-00000001"}');
  });

  it('takes any other change of the store for a move, and so has the pointer read again', async () => {
    const seen = await pointer().read();
    keyValues.touch();
    await expect(pointer().move(LIVE, seen)).rejects.toMatchObject({
      code: 'POINTER_MOVED',
      retryable: true,
    });
    expect(keyValues.values.size).toBe(0);
  });

  it('says of a put whose answer was lost that the pointer moved: whose move it was, a read tells', async () => {
    const seen = await pointer().read();
    keyValues.lostAnswers = 1;
    await expect(pointer().move(LIVE, seen)).rejects.toMatchObject({ code: 'POINTER_MOVED' });
    expect((await pointer().read()).pointer).toEqual(LIVE);
  });

  it('says of a store that refuses for another reason that it could not write', async () => {
    const seen = await pointer().read();
    const stranger = pointer(KEY_VALUE_STORE_ARN.replace('6a1f', '0000'));
    await expect(stranger.move(LIVE, seen)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable: false,
      params: { reason: 'ResourceNotFoundException' },
    });
  });

  it('says of a store that is not there that it could not read', async () => {
    const stranger = pointer(KEY_VALUE_STORE_ARN.replace('6a1f', '0000'));
    await expect(stranger.read()).rejects.toMatchObject({ code: 'STORE_READ_FAILED', retryable: false });
  });

  it('refuses a pointer that nobody of ours has written', async () => {
    keyValues.values.set('live', 'cuts/somewhere');
    await expect(pointer().read()).rejects.toMatchObject({
      code: 'POINTER_UNREADABLE',
      params: { value: 'cuts/somewhere' },
    });
  });
});

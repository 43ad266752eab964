import { isOpen, nextWindow, windowAt } from '../../../lib/sync/window.js';
import type { WorkerWindow } from '../../../lib/worker-settings.js';
import { SETTINGS } from '../../support/worker-settings.js';

const { windows } = SETTINGS;
const idAt = (at: string): string | undefined => windowAt(windows, new Date(at))?.id;

describe('windowAt', () => {
  it.each([
    ['2027-05-16T18:59:59-07:00', undefined],
    ['2027-05-16T19:00:00-07:00', 'rehearsal-1'],
    ['2027-05-16T23:59:59-07:00', 'rehearsal-1'],
    ['2027-05-17T00:00:00-07:00', undefined],
    ['2027-06-06T19:00:00-07:00', 'election'],
    ['2027-06-07T02:00:00Z', 'election'],
    ['2027-06-07T20:59:59-07:00', 'election'],
    ['2027-06-07T21:00:00-07:00', undefined],
  ])('finds at %s the window %p', (at, id) => {
    expect(idAt(at)).toBe(id);
  });

  it('prefers the election to a rehearsal that overlaps it', () => {
    const [rehearsal, election] = windows as [WorkerWindow, WorkerWindow];
    const overlapping = { ...rehearsal, from: election.from, until: election.until };
    expect(windowAt([overlapping, election], new Date(election.opensAt))?.id).toBe('election');
  });
});

describe('nextWindow', () => {
  it.each([
    ['2027-01-01T00:00:00Z', 'rehearsal-1'],
    ['2027-05-17T02:00:00Z', 'election'],
    ['2027-06-08T12:00:00Z', undefined],
  ])('finds at %s that next comes %p', (at, id) => {
    expect(nextWindow([...windows].reverse(), new Date(at))?.id).toBe(id);
  });
});

describe('isOpen', () => {
  it('is so from the very instant of the opening', () => {
    const [, election] = windows as [WorkerWindow, WorkerWindow];
    expect(isOpen(election, new Date('2027-06-06T19:59:59.999-07:00'))).toBe(false);
    expect(isOpen(election, new Date('2027-06-06T20:00:00-07:00'))).toBe(true);
  });
});

import type { WorkerWindow } from '../worker-settings.js';

/** The window that holds an instant, its end excluded; an election goes before a rehearsal. */
export function windowAt(windows: readonly WorkerWindow[], at: Date): WorkerWindow | undefined {
  const holding = windows.filter(({ from, until }) => new Date(from) <= at && at < new Date(until));
  return holding.find(({ kind }) => kind === 'election') ?? holding[0];
}

/** The window that begins next. */
export function nextWindow(windows: readonly WorkerWindow[], at: Date): WorkerWindow | undefined {
  const ahead = windows.filter(({ from }) => at < new Date(from));
  return ahead.sort((a, b) => new Date(a.from).getTime() - new Date(b.from).getTime())[0];
}

/** Whether readers may see cuts of a window yet. */
export function isOpen(window: WorkerWindow, at: Date): boolean {
  return new Date(window.opensAt) <= at;
}

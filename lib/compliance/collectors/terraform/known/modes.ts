/** Whether permission bits let nobody but the owner and its group write, and give nobody another's powers. */
export function isKnownMode(mode: string): boolean {
  return /^0?[0-7][0-7][0145]$/.test(mode);
}

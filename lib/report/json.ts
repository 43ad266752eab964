import type { CheckRenderer } from './check-document.js';

/** The check as JSON: one document, schema `difusor/check/1`. */
export const renderJson: CheckRenderer = (document) => `${JSON.stringify(document, null, 2)}\n`;

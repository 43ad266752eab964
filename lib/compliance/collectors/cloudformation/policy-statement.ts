import { matchesAction } from '../../grants.js';
import type { TemplateValue } from './template-value.js';

/** Whether a policy's statement is about one of the actions; one that only a deploy knows may be about any. */
export function concerns(statement: TemplateValue, actions: readonly string[]): boolean {
  const named = statement.get('Action').items();
  return (
    named.length === 0 ||
    named.some((action) => {
      const pattern = action.pattern();
      return pattern.includes('${') || actions.some((one) => matchesAction(pattern, one));
    })
  );
}

import { validationError } from './aws-refusal.js';
import { evaluate, type Scope } from './intrinsics.js';
import { asText, isObject, sameJson, scalarText, type Json } from './json.js';

type ConditionFunction = (operands: Json[], scope: Scope) => boolean;

const CONDITION_FUNCTIONS: Readonly<Record<string, ConditionFunction>> = {
  'Fn::Equals': ([left, right], scope) =>
    sameScalar(evaluate(left ?? null, scope), evaluate(right ?? null, scope)),
  'Fn::Not': ([operand], scope) => !holds(operand ?? null, scope),
  'Fn::And': (operands, scope) => operands.every((operand) => holds(operand, scope)),
  'Fn::Or': (operands, scope) => operands.some((operand) => holds(operand, scope)),
  'Fn::Contains': ([list, value], scope) => {
    const items = evaluate(list ?? [], scope);
    return Array.isArray(items) && items.some((item) => sameScalar(item, evaluate(value ?? null, scope)));
  },
};

/**
 * Whether an expression of Conditions or of a rule's Assert holds.
 * @throws AwsRefusal `ValidationError` for an expression that is no condition
 */
export function holds(expression: Json, scope: Scope): boolean {
  const [name, ...others] = isObject(expression) ? Object.keys(expression) : [];
  const operand = isObject(expression) && name !== undefined ? expression[name] : undefined;
  if (name === undefined || operand === undefined || others.length > 0) {
    throw validationError(
      `Template format error: Conditions can only be boolean operations, got ${JSON.stringify(expression)}`,
    );
  }
  if (name === 'Condition') return scope.condition(asText(operand));
  const conditionFunction = CONDITION_FUNCTIONS[name];
  if (conditionFunction === undefined || !Array.isArray(operand)) {
    throw validationError(`Template format error: the stand-in does not know the condition function ${name}`);
  }
  return conditionFunction(operand, scope);
}

/** CloudFormation compares the text of scalars: `"1"` equals `1`, and `true` equals `"true"`. */
function sameScalar(left: Json | undefined, right: Json | undefined): boolean {
  const text = scalarText(left);
  return text === undefined ? sameJson(left, right) : text === scalarText(right);
}

import { createRequire } from 'node:module';
import { missingPackage } from '../missing-package.js';
import type { Template } from './template.js';

/** Finds what CloudFormation's own schemas and rules say against a template. */
export interface TemplateValidator {
  /** The errors, each with its rule and place; empty for a template that may go on. */
  errorsOf(template: Template, context: ValidationContext): string[];
}

export interface ValidationContext {
  readonly account: string;
  readonly region: string;
  /** Values given to the parameters, which stand in for their defaults. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The part that the stand-in uses of the validator which aws-cdk-lib bundles. */
interface ValidatorModule {
  CompositeEngine: new () => {
    validateTemplate(template: unknown, config: object): { diagnostics: Diagnostic[] };
  };
  TemplateContent: new (content: string) => unknown;
}

interface Diagnostic {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly propertyPath?: string;
  readonly entity?: { readonly logicalId?: string };
}

/**
 * Warnings that stop a deployment. W3030: a value that is not one of the allowed. W1030: a parameter's default that
 * does not fit where it is used; here the default is the value given.
 */
const REFUSED_WARNINGS = new Set(['W1030', 'W3030']);
const REFUSED_SEVERITIES = new Set(['FATAL', 'ERROR']);

/**
 * Loads the validator that aws-cdk-lib bundles.
 * @throws TESTING_PACKAGE_MISSING when the installed aws-cdk-lib has none
 */
export function loadTemplateValidator(): TemplateValidator {
  const { CompositeEngine, TemplateContent } = loadModule();
  const engine = new CompositeEngine();
  return {
    errorsOf: (template, { account, region, parameters }) => {
      const content = new TemplateContent(JSON.stringify(withValues(template, parameters)));
      const report = engine.validateTemplate(content, {
        detailLevel: 'STANDARD',
        severityLevel: 'WARN',
        pseudoParameterOverrides: { accountId: account, region },
      });
      return report.diagnostics.filter(isRefused).map(describe);
    },
  };
}

function loadModule(): ValidatorModule {
  try {
    const own = createRequire(__filename);
    return createRequire(own.resolve('aws-cdk-lib/package.json'))(
      '@aws/cloudformation-validate',
    ) as ValidatorModule;
  } catch (cause) {
    throw missingPackage('aws-cdk-lib@^2.276.0', cause);
  }
}

/** The validator judges a parameter by its default; CloudFormation by the value that it was given. */
function withValues(template: Template, values: Readonly<Record<string, string>>): object {
  const parameters = Object.entries(template.Parameters ?? {}).map(([name, parameter]): [string, object] => {
    const value = values[name];
    return [name, value === undefined ? parameter : { ...parameter, Default: value }];
  });
  return { ...template, ...(template.Parameters && { Parameters: Object.fromEntries(parameters) }) };
}

function isRefused(diagnostic: Diagnostic): boolean {
  return REFUSED_SEVERITIES.has(diagnostic.severity) || REFUSED_WARNINGS.has(diagnostic.ruleId);
}

function describe({ ruleId, message, entity, propertyPath }: Diagnostic): string {
  const place = [entity?.logicalId, propertyPath].filter((part) => part !== undefined).join('/');
  return `${ruleId} ${place}: ${message}`;
}

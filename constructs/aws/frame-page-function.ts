import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
  type IFunction,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { framePolicy, renderFramePage, type FramePageProps } from '../../lib/frame/index.js';
import { createMessages, type Locale } from '../../lib/messages/index.js';
import { frameFunctionSource } from './assets.js';

export interface FramePageFunctionProps extends FramePageProps {
  /** Name of the function; unique in the account. */
  readonly name: string;
  /** CSP sources that may frame the page. */
  readonly frameAncestors: readonly string[];
  /**
   * Language of the page.
   * @default 'es'
   */
  readonly locale?: Locale;
}

/**
 * The viewer-request function that answers the root with the page that frames the official site.
 *
 * The page travels inside the function, so that nothing uploads it and no custom resource stands in the stack.
 * @see chiapas-2024 II.a.m2.3, coahuila-2024 II.a.m2.c
 */
export class FramePageFunction extends Construct {
  readonly viewerRequest: IFunction;

  constructor(scope: Construct, id: string, props: FramePageFunctionProps) {
    super(scope, id);
    const page = JSON.stringify(renderFramePage(props, createMessages(props.locale)));
    const policy = JSON.stringify(framePolicy(props));
    this.viewerRequest = new EdgeFunction(this, 'ViewerRequest', {
      functionName: props.name,
      comment: 'difusor: the page that frames the official site',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(
        `${frameFunctionSource()}\nconst FRAME_PAGE = ${page};\nconst FRAME_POLICY = ${policy};\n`,
      ),
    });
  }
}

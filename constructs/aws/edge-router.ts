import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
  KeyValueStore,
  type IFunction,
  type IKeyValueStore,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { edgePages, type EdgePagesProps } from '../../lib/edge/index.js';
import { createMessages, type Locale } from '../../lib/messages/index.js';
import { edgeFunctionSource } from './assets.js';

export interface EdgeRouterProps extends EdgePagesProps {
  /** Name of the function and of the key-value store; unique in the account. */
  readonly name: string;
  /**
   * Language of the pages that stand in where there is no cut to show.
   * @default 'es'
   */
  readonly locale?: Locale;
}

/**
 * The viewer-request function and the key-value store with the pointer to the one live cut.
 *
 * The store starts empty, and an empty store shows no results: nothing is out before the worker's first flip.
 * @see bcs-2024 I.c, IV-2.b
 */
export class EdgeRouter extends Construct {
  readonly keyValueStore: IKeyValueStore;
  readonly viewerRequest: IFunction;

  constructor(scope: Construct, id: string, props: EdgeRouterProps) {
    super(scope, id);
    this.keyValueStore = new KeyValueStore(this, 'Pointer', {
      keyValueStoreName: props.name,
      comment: 'difusor: pointer to the live cut; only the sync worker writes it',
    });
    const pages = JSON.stringify(edgePages(props, createMessages(props.locale)));
    this.viewerRequest = new EdgeFunction(this, 'ViewerRequest', {
      functionName: props.name,
      comment: 'difusor: leads each request to the live cut',
      runtime: FunctionRuntime.JS_2_0,
      keyValueStore: this.keyValueStore,
      code: FunctionCode.fromInline(`${edgeFunctionSource()}\nconst EDGE_PAGES = ${pages};\n`),
    });
  }
}

import type { ClientOptions } from '../../lib/aws/client-options';

/**
 * How clients of AWS are made here: a service that hangs is given up soon, because everything is tried again anyhow.
 * https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-smithy-node-http-handler/
 */
export const awsClients: ClientOptions = { requestHandler: { connectionTimeout: 2000, requestTimeout: 5000 } };

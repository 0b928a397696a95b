import type { EndpointRequest, EndpointResponse } from '#core/contract/endpoint.ts';
import type { EndpointName, RegistryApi } from '#core/contract/registry-api.ts';
import type { Member } from '#core/contract/shapes.ts';

/** What a handler of a call receives: the parsed parts of the request, and who calls. */
type HandlerRequest<Name extends EndpointName> = EndpointRequest<RegistryApi[Name]> & {
  readonly actor: Member;
  /** The header, on the endpoints that heed it. */
  readonly ifMatch: string | undefined;
};

/** One function per endpoint of the table. */
export type Handlers = {
  readonly [Name in EndpointName]: (
    request: HandlerRequest<Name>,
  ) => Promise<EndpointResponse<RegistryApi[Name]>>;
};

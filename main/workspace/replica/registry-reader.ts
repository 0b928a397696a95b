import type { EndpointInput, EndpointResponse } from '#core/contract/endpoint.ts';
import type { EndpointName, RegistryApi } from '#core/contract/registry-api.ts';

/** The calls that change nothing. */
export type ReadName = {
  [Name in EndpointName]: RegistryApi[Name]['method'] extends 'GET' ? Name : never;
}[EndpointName];

export type ReadInput<Name extends ReadName> = EndpointInput<RegistryApi[Name]>;
export type ReadAnswer<Name extends ReadName> = EndpointResponse<RegistryApi[Name]>;

type PagedReadName = {
  [Name in ReadName]: ReadAnswer<Name> extends { items: unknown[]; nextCursor: string | null } ? Name : never;
}[ReadName];
export type ItemOf<Name extends PagedReadName> =
  ReadAnswer<Name> extends { items: (infer Item)[] } ? Item : never;

/** A registry to read from, also where it cannot be reached. It answers from the replica where it can. */
export interface RegistryReader {
  /** @throws as the registry's client does, where the replica does not know the answer */
  call<Name extends ReadName>(name: Name, input: ReadInput<Name>): Promise<ReadAnswer<Name>>;
  /** All items of a paged call. */
  listAll<Name extends PagedReadName>(name: Name, input: ReadInput<Name>): Promise<ItemOf<Name>[]>;
}

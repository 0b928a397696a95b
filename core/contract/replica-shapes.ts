/** What is kept of a registry on this machine, to be read without a network. */
export interface ReplicaUsage {
  readonly connection: string;
  /** How much room it takes on the disk, in bytes. */
  readonly size: number;
  /** How many prompts there are, without those that were archived. */
  readonly prompts: number;
  /** Of how many the latest text is here. */
  readonly withText: number;
  /** True while texts are being fetched. */
  readonly isFilling: boolean;
  /** True where nothing new can be kept: the disk is full. */
  readonly isFull: boolean;
}

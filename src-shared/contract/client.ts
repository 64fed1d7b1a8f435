import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from './contract.ts';

/** The contract as its callers see it, wherever the engine runs. */
export type Client = ContractRouterClient<typeof contract>;

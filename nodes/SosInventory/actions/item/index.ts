import type { Resource } from '../../../shared/run/operation';
import type { SosClient } from '../../transport/client';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { matchSkus } from './matchSkus.operation';

export const item: Resource<SosClient> = { get, getAll, matchSkus };

import type { Resource } from '../../../shared/run/operation';
import type { BigCommerceClient } from '../../transport/client';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const product: Resource<BigCommerceClient> = { get, getAll };

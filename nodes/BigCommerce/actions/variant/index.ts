import type { Resource } from '../../../shared/run/operation';
import type { BigCommerceClient } from '../../transport/client';
import { getAll } from './getAll.operation';

export const variant: Resource<BigCommerceClient> = { getAll };

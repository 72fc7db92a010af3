import type { Resource } from '../../../shared/run/operation';
import type { BigCommerceClient } from '../../transport/client';
import { compare } from './compare.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const inventory: Resource<BigCommerceClient> = { compare, getAll, update };

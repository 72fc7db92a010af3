import type { Resource } from '../../../shared/operation';
import type { SosClient } from '../../transport/client';
import { create } from './create.operation';
import { createFromBigCommerceOrder } from './createFromBigCommerceOrder.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const salesOrder: Resource<SosClient> = { create, createFromBigCommerceOrder, get, getAll };

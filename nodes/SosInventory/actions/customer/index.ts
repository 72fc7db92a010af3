import type { Resource } from '../../../shared/run/operation';
import type { SosClient } from '../../transport/client';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const customer: Resource<SosClient> = { create, get, getAll };

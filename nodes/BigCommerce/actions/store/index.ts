import type { Resource } from '../../../shared/run/operation';
import type { BigCommerceClient } from '../../transport/client';
import { get } from './get.operation';

export const store: Resource<BigCommerceClient> = { get };

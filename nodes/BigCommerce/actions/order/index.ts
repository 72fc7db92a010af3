import type { Resource } from '../../../shared/run/operation';
import type { BigCommerceClient } from '../../transport/client';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { markAsImported } from './markAsImported.operation';
import { removeImportMark } from './removeImportMark.operation';
import { update } from './update.operation';

export const order: Resource<BigCommerceClient> = { get, getAll, markAsImported, removeImportMark, update };

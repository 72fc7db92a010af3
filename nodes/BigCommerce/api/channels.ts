import type { Noun } from '../../shared/request/noun';
import { id, record, text, type Shaped } from '../../shared/request/shape';
import type { BigCommerceClient } from '../transport/client';
import { list } from '../transport/paging';

const channelShape = record({ id, name: text });

export type Channel = Shaped<typeof channelShape>;

const channel: Noun<Channel> = { words: 'channel', shape: channelShape, keyOf: ({ id: own }) => own };

/**
 * The channels that the store sells on.
 *
 * @throws {ApiFailure}
 */
export function listChannels(client: BigCommerceClient): AsyncGenerator<Channel> {
	return list(client, { noun: channel, path: '/v3/channels', subject: 'the list of channels' });
}

/** What services answer, and what orders arrive from other nodes, is described and checked in one way. */
export * from '../../../sync/shape';

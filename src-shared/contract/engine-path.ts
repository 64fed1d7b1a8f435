/** Where the browser host answers the contract over a WebSocket. */
export const enginePath = '/rpc';

import { createStore } from './store.ts'

/** True after the server said that it no longer knows us, until somebody signs in again. */
export const expiry = createStore(false)

/** Where a browser says that something may go through again. Background Sync is not among it: most phones have none. */
export function whenBack(hear: () => void) {
  window.addEventListener('online', hear)
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') hear() })
}

/** Browsers have service workers on https and on this machine alone; elsewhere pages need the network as before. */
export const keepPages = 'serviceWorker' in navigator ? () => { navigator.serviceWorker.register('/m/worker.js', { scope: '/m/' }).catch(() => {}) } : null

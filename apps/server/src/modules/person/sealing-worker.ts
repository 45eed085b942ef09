import { parentPort, workerData } from 'node:worker_threads'
import { openCrypto } from '../../kernel/crypto.ts'
import { openSealing, type ClearColumns } from './sealing.ts'

const seal = openSealing({ crypto: openCrypto(workerData as string) })

parentPort!.on('message', (clear: ClearColumns) => {
  const sealed = seal(clear)
  parentPort!.postMessage(sealed, Object.values(sealed).map(({ buffer }) => buffer))
})

import { parentPort, workerData } from 'node:worker_threads'
import { paper } from './paper.ts'
import type { Printed } from './paper-rules.ts'

parentPort!.postMessage(await paper(workerData as Printed), [])

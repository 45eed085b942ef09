import type { JobTools } from '../../kernel/module.ts'
import type { Around } from '../../kernel/transaction.ts'
import { sealRows, type Seal } from './seal.ts'
import * as store from './seal-store.ts'
import { bearWitness } from './witness.ts'

/** Seals what is finished and not sealed yet, batch by batch, each in a moment of its own; writers never wait for it. */
export async function sealJournal({ around, log }: Pick<JobTools, 'around' | 'log'>): Promise<void> {
  const newest: Seal[] = []
  for (const subdistrict of await store.listSubdistricts(around.database)) {
    const last = await sealChain(around, subdistrict)
    if (last) newest.push(last)
  }
  for (const chain of await bearWitness(around, newest)) log.error({ chain }, 'the journal seals are not those that were seen before')
}

/** The newest batch, where one was added. */
async function sealChain({ database, crypto, clock }: Around, subdistrict: number): Promise<Seal | undefined> {
  let last = await store.findLast(database, subdistrict)
  let added: Seal | undefined
  for (;;) {
    const rows = await store.listFinished(database, subdistrict, last?.until ?? '')
    if (rows.length === 0) return added
    const seal = sealRows(crypto, { subdistrict, last, rows, at: clock() })
    const isFirst = await store.add(database, seal)
    last = isFirst ? seal : await store.findLast(database, subdistrict)
    if (isFirst) added = seal
  }
}

import type { Database } from '../../kernel/db.ts'
import type { Files } from '../../kernel/files.ts'
import type { Seal } from './seal.ts'
import * as store from './seal-store.ts'

/** The newest seal of each chain as this installation last saw it. */
export type Witness = Map<number, { no: number, seal: Buffer }>

const note = 'seals.json'

/**
 * Whoever may write the database could drop the newest batches and have changed rows sealed again; a note outside the database remembers how far
 * the chain had come. Where a chain no longer holds what was seen, the note is kept as it is, for `audit verify` to name.
 * @returns the chains of which that is so
 */
export async function bearWitness({ database, files }: { database: Database, files: Files }, newest: Seal[]): Promise<number[]> {
  const seen = await readWitness(files)
  const lost: number[] = []
  for (const { subdistrict, no, seal } of newest) {
    const before = seen.get(subdistrict)
    if (before && !(await store.has(database, subdistrict, before))) lost.push(subdistrict)
    else seen.set(subdistrict, { no, seal })
  }
  if (newest.length > lost.length) await files.keepNote(note, JSON.stringify(Object.fromEntries([...seen].map(([chain, { no, seal }]) => [chain, [no, seal.toString('hex')]]))))
  return lost
}

export async function readWitness(files: Files): Promise<Witness> {
  const kept = JSON.parse((await files.readNote(note)) ?? '{}') as Record<string, [number, string]>
  return new Map(Object.entries(kept).map(([chain, [no, seal]]) => [Number(chain), { no, seal: Buffer.from(seal, 'hex') }]))
}

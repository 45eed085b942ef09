import { rarityOf } from './background.ts'

/** Characters say less than the pairs they stand in. */
const ofCharacter = 0.8
/** As rare as a feature can be in general Chinese, to bring both kinds of rarity to one scale. */
const rarest = 14

export interface Weights { here(feature: string): number, anywhere(feature: string): number }

/** What a feature is worth: by how few answers hold it (`here`), and half by how rare it is in Chinese at all (`anywhere`): a word that all answers hold may still be what was asked for. */
export function weightsOf(holders: readonly ReadonlySet<string>[]): Weights {
  const many = new Map<string, number>()
  for (const features of holders) for (const feature of features) many.set(feature, (many.get(feature) ?? 0) + 1)
  const most = Math.log(1 + holders.length / 0.5)
  const size = (feature: string) => (feature.length === 1 ? ofCharacter : 1)
  const few = (feature: string) => Math.log(1 + holders.length / ((many.get(feature) ?? 0) + 0.5))
  return { here: (feature) => few(feature) * size(feature), anywhere: (feature) => (few(feature) + rarityOf(feature) * most / rarest) / 2 * size(feature) }
}

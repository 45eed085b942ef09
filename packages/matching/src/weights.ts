import { rarityOf } from './background.ts'

/** Characters say less than the pairs they stand in. */
const ofCharacter = 0.8
/** As rare as a feature can be in general Chinese, to bring both kinds of rarity to one scale. */
const rarest = 14

export interface Weights { here(feature: string): number, anywhere(feature: string): number }

/** What a feature is worth: by how few answers hold it (`here`), and half by how rare it is in Chinese at all (`anywhere`): a word that all answers hold may still be what was asked for. */
export function weightsOf(holders: readonly ReadonlySet<string>[]): Weights {
  const [many, answers] = [timesOf(holders), holders.length]
  const most = Math.log(1 + answers / 0.5)
  const size = (feature: string) => (feature.length === 1 ? ofCharacter : 1)
  const few = (n: number) => Math.log(1 + answers / (n + 0.5))
  const both = (feature: string, n: number) => (few(n) + rarityOf(feature) * most / rarest) / 2 * size(feature)
  // Each once: it is asked for with every wording that holds it.
  const [inHere, inAnywhere] = [worthBy(many, (feature, n) => few(n) * size(feature)), worthBy(many, both)]
  return { here: (feature) => inHere.get(feature) ?? few(0) * size(feature), anywhere: (feature) => inAnywhere.get(feature) ?? both(feature, 0) }
}

function timesOf(holders: readonly ReadonlySet<string>[]): Map<string, number> {
  const many = new Map<string, number>()
  for (const features of holders) for (const feature of features) many.set(feature, (many.get(feature) ?? 0) + 1)
  return many
}

const worthBy = (many: ReadonlyMap<string, number>, worth: (feature: string, n: number) => number) => new Map([...many].map(([feature, n]) => [feature, worth(feature, n)]))

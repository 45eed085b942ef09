import type { Matrix } from './expected.ts'

const nobodyId = '00000000-0000-7000-8000-000000000000'
const keepers = ['systemAdmin'] as const
const nothing = { areas: [], ended: [] }

/** Data of the map and borders of grids: kept by who maintains the organisation. */
export const mapMatrix: Pick<Matrix, 'zoning' | 'mapping'> = {
  zoning: {
    borders: { input: ({ street }) => ({ parent: street.communities[0]!.area }), who: keepers, neighbour: 'hidden' },
    preview: { input: ({ street }) => ({ parent: street.communities[0]!.area, ...nothing }), who: keepers, neighbour: 'hidden' },
    save: { input: ({ street }) => ({ parent: street.communities[0]!.area, ...nothing, note: '试一试', mark: '' }), who: keepers, neighbour: 'hidden', otherwise: ['input.invalid'] },
    changes: { input: ({ street }) => ({ area: street.area }), who: keepers, neighbour: 'own' },
    undo: { input: () => ({ id: nobodyId }), who: keepers, neighbour: 'hidden', otherwise: ['not-found'] },
    past: { input: ({ area }) => ({ area }), who: keepers, neighbour: 'hidden' },
  },
  mapping: {
    list: { input: () => ({}), who: keepers, neighbour: 'own' },
    stock: { input: () => ({}), who: keepers, neighbour: 'own' },
    plan: { input: () => ({}), who: keepers, neighbour: 'own' },
    get: { input: () => ({ id: nobodyId }), who: keepers, neighbour: 'hidden', otherwise: ['not-found'] },
    features: { input: () => ({ id: nobodyId }), who: keepers, neighbour: 'hidden', otherwise: ['not-found'] },
    read: { input: () => ({ id: nobodyId }), who: keepers, neighbour: 'hidden', otherwise: ['not-found'] },
    commit: { input: () => ({ id: nobodyId, which: 'good' }), who: keepers, neighbour: 'hidden', otherwise: ['not-found'] },
    undo: { input: () => ({ id: nobodyId }), who: keepers, neighbour: 'hidden', otherwise: ['not-found'] },
    cancel: { input: () => ({ id: nobodyId }), who: keepers, neighbour: 'hidden', otherwise: ['not-found'] },
  },
}

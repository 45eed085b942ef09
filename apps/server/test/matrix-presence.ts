import type { Matrix } from './expected.ts'

const sharers = ['secretary', 'socialWorker', 'gridWorker', 'steward', 'handler'] as const
const viewers = ['leader', 'shiftLeader', 'dispatcher'] as const

/** The part of the matrix that is about who is out in the field. */
export const presenceMatrix: Pick<Matrix, 'presence'> = {
  presence: {
    mine: { input: () => ({}), who: sharers, neighbour: 'own' },
    start: { input: () => ({ until: 'day' }), who: sharers, neighbour: 'own' },
    place: { input: () => ({ point: { lng: 120, lat: 30 }, accuracy: 10 }), who: sharers, neighbour: 'own', otherwise: ['presence.off'] },
    stop: { input: () => ({}), who: sharers, neighbour: 'own', otherwise: ['presence.off'] },
    news: { input: ({ street }) => ({ area: street.area }), who: viewers, neighbour: 'hidden' },
    list: { input: ({ street }) => ({ area: street.area }), who: viewers, neighbour: 'hidden' },
  },
}

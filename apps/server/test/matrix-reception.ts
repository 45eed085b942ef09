import type { Matrix } from './expected.ts'

const nobodyEntry = '00000000-0000-7000-8000-000000000000'
const over = ['reception.over', 'not-found']

/** A resident's talks are their own: in the order in which one goes on to its end. */
export const receptionMatrix: Pick<Matrix, 'reception'> = {
  reception: {
    get: { input: ({ talk }) => ({ talk }), who: ['resident'], neighbour: 'hidden' },
    mine: { input: () => ({}), who: ['resident'], neighbour: 'own' },
    home: { input: () => ({}), who: ['resident'], neighbour: 'own' },
    ask: { input: ({ talk }) => ({ talk, text: '居住证怎么办' }), who: ['resident'], neighbour: 'hidden', otherwise: over },
    pick: { input: ({ talk }) => ({ talk, entry: nobodyEntry }), who: ['resident'], neighbour: 'hidden', otherwise: over },
    place: { input: ({ talk, street }) => ({ talk, area: street.communities[1]!.area }), who: ['resident'], neighbour: 'hidden', otherwise: over },
    judge: { input: ({ talk }) => ({ talk, no: 1, isHelpful: true }), who: ['resident'], neighbour: 'hidden', otherwise: over },
    handOver: { input: ({ talk }) => ({ talk }), who: ['resident'], neighbour: 'hidden', otherwise: over },
    rate: { input: ({ talk }) => ({ talk, score: 5 }), who: ['resident'], neighbour: 'hidden', otherwise: ['reception.rated'] },
    end: { input: ({ talk }) => ({ talk }), who: ['resident'], neighbour: 'hidden', otherwise: over },
    begin: { input: ({ street }) => ({ area: street.communities[0]!.area }), who: ['resident'], neighbour: 'shared' },
  },
}

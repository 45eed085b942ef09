import { expect, test } from 'vitest'
import { changeWords } from './governance-view.ts'

test.each([[0.75, '下降 75%'], [-0.5, '上升 50%'], [0, '持平'], [1, '下降 100%'], [null, '立项前没有事件，无可比']] as const)('%s reads %s', (change, words) => expect(changeWords(change)).toBe(words))

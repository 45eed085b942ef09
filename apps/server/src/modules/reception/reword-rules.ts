import type { Card } from './words-rules.ts'

/** All that an entry says, for who may speak from nothing else. */
export function saidIn({ answerShort, answerLong, steps, materials, entry, phone, audience }: Card): string {
  return [
    answerShort, answerLong, audience && `适用：${audience}`, steps.length > 0 && `步骤：${steps.join('；')}`, materials.length > 0 && `材料：${materials.join('、')}`,
    entry.length > 0 && `办理：${entry.map(({ text }) => text).join('；')}`, phone && `电话：${phone}`,
  ].filter((part) => part).join('。')
}

/** Whether there is still somebody whom this would answer: nobody wrote since, and no person came. */
export const isWaitedFor = (state: string, turns: readonly { no: number, by: string }[], no: number): boolean => (state === 'open' || state === 'waiting') && turns.every((turn) => turn.no <= no || turn.by === 'machine')

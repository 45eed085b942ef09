import { createStore } from './store.ts'

export type Question = { title: string, detail?: string, yes: string, no?: string, isGrave?: boolean }

export type Asking = Question & { answer: (isYes: boolean) => void }

export const asking = createStore<Asking | null>(null)

/** Asks before something that cannot be taken back; says what will happen. Gives true for yes. */
export function confirm(question: Question): Promise<boolean> {
  asking.get()?.answer(false)
  return new Promise((done) => {
    asking.set({
      ...question,
      answer: (isYes) => {
        asking.set(null)
        done(isYes)
      },
    })
  })
}

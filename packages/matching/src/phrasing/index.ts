export { phrasedIn, rewrittenIn, type Doubt, type Phrased } from './answer.ts'
export { factsOf } from './facts.ts'
export { withoutPersonal } from './personal.ts'
export { askedOf, phrasePrompt, rewritePrompt, type Prompt, type Source } from './prompts.ts'

import { createKept } from '../../kernel/kept.ts'
import { version } from './words.ts'

/** Which words this person agreed to on this phone. */
const agreed = createKept('agreed', '')

export const hasAgreed = () => agreed.get() === version

export const agree = () => agreed.set(version)

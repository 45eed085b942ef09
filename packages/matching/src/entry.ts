/** A standard answer: its question, other ways to ask it, and what it says. */
export interface Entry { id: string, question: string, similar?: readonly string[], answer?: string }

/** An entry by its number, how well it fits (`score`, by which the best is chosen), how well without what was learned of its neighbours (`fit`), and how far it is of one subject with what was asked (0 to 2). */
export interface Found { of: number, score: number, fit: number, subject: number }

/** The entries of a knowledge base, to be found by what is asked; the best first. `without` leaves one out, as if it were not there; `vector` is the question's by the encoder. */
export interface Index { find(question: string, how: { most: number, without?: number, vector?: Float32Array }): Found[] }

/** All questions of the entries, each once: what an encoder is to be asked for. */
export const wordingsOf = (entries: readonly Entry[]): string[] => [...new Set(entries.flatMap(({ question, similar = [] }) => [question, ...similar]))]

/** What is drawn by lot in a run of the tests. The same in every `npm test`, so that a change is judged by what it changed; `npm run fuzz` draws another each time, and `--seed` repeats one. */
export const seed = Number(process.env.LINLI_FUZZ_SEED ?? 7)

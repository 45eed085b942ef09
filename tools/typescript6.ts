import { registerHooks } from 'node:module'

// dependency-cruiser reads TypeScript by the compiler's API, which version 7 no longer has: it is given version 6, installed beside it.
// Loaded by `node --import ./tools/typescript6.ts`.
registerHooks({ resolve: (specifier, context, next) => next(specifier.replace(/^typescript(?=$|\/)/, 'typescript6'), context) })

import { registerHooks } from 'node:module'

// Whoever asks for the compiler gets version 6. Loaded by .dependency-cruiser.cjs, which says why.
registerHooks({ resolve: (specifier, context, next) => next(specifier.replace(/^typescript(?=$|\/)/, 'typescript6'), context) })

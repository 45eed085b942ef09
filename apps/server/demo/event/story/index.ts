import { safetyStories } from './safety.ts'
import { serviceStories } from './service.ts'
import { streetStories } from './street.ts'
import type { Story } from './story.ts'

export { fitting, type Story } from './story.ts'

export const stories: readonly Story[] = [...streetStories, ...safetyStories, ...serviceStories]

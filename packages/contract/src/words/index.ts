export * from './area.ts'
export * from './event.ts'
export * from './permission.ts'
export * from './role.ts'

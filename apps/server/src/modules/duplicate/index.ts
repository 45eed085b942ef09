export { joinable, similar, similarMine } from './alike.ts'

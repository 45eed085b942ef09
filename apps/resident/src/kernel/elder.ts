import { createKept } from './kept.ts'

/** 大字版: every size grows by `--fs`, targets to 60 px (适老化通用设计规范 2021: 18 pt and more, 60×60 dp). */
export const isElder = createKept('elder', false)

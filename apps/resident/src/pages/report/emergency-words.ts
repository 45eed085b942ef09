export type Help = { number: string, name: string }

/** What people write when somebody may be in danger, and who comes then. Too many hits are better than one too few. */
const table: readonly (Help & { words: RegExp })[] = [
  { number: '119', name: '火警', words: /着火|起火|失火|火灾|火情|冒烟|浓烟|爆炸|煤气|燃气|天然气|液化气|被困|困在|坍塌|倒塌|溺水|落水/ },
  { number: '110', name: '报警', words: /打架|打人|斗殴|动手|持刀|拿刀|行凶|抢劫|小偷|偷东西|入室|家暴|绑架|威胁|走失|失踪|走丢|自杀|轻生|跳楼|跳河/ },
  { number: '120', name: '急救', words: /晕倒|昏迷|昏倒|摔倒|流血|受伤|中毒|触电|抽搐|呼吸困难|没有呼吸|心脏病|不省人事|自杀|轻生|跳楼|爆炸|坍塌/ },
]

/** Whom to call before writing on. */
export const helpFor = (text: string): Help[] => table.filter(({ words }) => words.test(text)).map(({ number, name }) => ({ number, name }))

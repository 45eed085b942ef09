import { mergeInternalComponents } from '@tarojs/shared'
import ariaAttributes from './aria.json'

/**
 * `aria.json`: component → the attributes that the mini-program's screen readers understand (base library 2.5 and later)
 * and Taro leaves out. The compiler writes them into the templates (`config/aria-plugin.ts`); here the runtime learns which
 * place each has in the page's data. Both must know the same list.
 */
mergeInternalComponents(ariaAttributes)

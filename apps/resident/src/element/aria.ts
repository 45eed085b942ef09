const spoken = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-disabled': '', 'aria-hidden': '', 'aria-modal': '' }

/**
 * Component → the attributes that the mini-program's screen readers understand (base library 2.5 and later) and Taro leaves out.
 * The compiler writes them into the templates (`config/aria-plugin.ts`), the runtime gives them their places in the page's
 * data (`aria-runtime.ts`); both must know the same list.
 */
export const ariaAttributes: Record<string, Record<string, string>> = {
  View: spoken,
  Image: spoken,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}

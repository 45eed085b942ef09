/** 等保 2.0 (GB/T 22239-2019, 身份鉴别) asks for complexity; the figures are this product's. */
const shortest = 10
const fewestClasses = 3
/** The last five passwords are not taken again, the present one among them. */
export const historyLength = 5

const classes = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d\s]/]

export interface Owner { name: string, signInName: string | null, phone: string | null }

/** What is wrong with a password, in words; nothing where it is good enough. */
export function weakness(password: string, { name, signInName, phone }: Owner): string | undefined {
  if ([...password].length < shortest) return `密码至少 ${shortest} 位`
  if (classes.filter((one) => one.test(password)).length < fewestClasses) return '密码要含大写字母、小写字母、数字、符号中的三种'
  const plain = password.toLowerCase()
  const own = [name, signInName, phone].filter((word): word is string => word !== null && word.length > 1)
  return own.some((word) => plain.includes(word.toLowerCase())) ? '密码不能包含姓名、登录名或手机号' : undefined
}

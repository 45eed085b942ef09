/** A little slower than usual, for those who listen. */
const rate = 0.9

export const voice = {
  speak: (text: string, ended: () => void) => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = 'zh-CN'
    utterance.rate = rate
    utterance.addEventListener('end', ended)
    utterance.addEventListener('error', ended)
    window.speechSynthesis.cancel()
    window.speechSynthesis.speak(utterance)
  },
  hush: () => window.speechSynthesis.cancel(),
}

/** Pages behind the one in front are kept, but not laid out. */
export const shownText = () => [...document.querySelectorAll('main')].find((main) => main.getClientRects().length > 0)?.innerText ?? ''

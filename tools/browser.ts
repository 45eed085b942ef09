import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Debian's Chromium, in the places it is found. */
const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter((path) => path !== undefined)

/** Flags for headless runs on machines without a GPU and without a way out. */
export const chromiumFlags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
/** A story is over before a compiler has made its pages faster, which costs a tenth of its time. */
export const storyFlags = [...chromiumFlags, '--js-flags=--max-lazy --no-maglev --no-turbofan']

/**
 * The path of a browser with a Chinese font beside it. Installs both through the system's packages where it may (root on Debian);
 * where it may not, answers undefined after saying what to install.
 */
export function findBrowser(say: (line: string) => void = console.log): string | undefined {
  if (!present() && mayInstall()) {
    say('Installing Chromium and a Chinese font through apt…')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  if (present()) return places.find((path) => existsSync(path))
  say('No Chromium with a Chinese font here: install the packages "chromium" and "fonts-noto-cjk" (or set CHROMIUM_PATH) to run the browser tests too.')
  return undefined
}

const present = () => places.some((path) => existsSync(path)) && hasChineseFont()

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return existsSync('/usr/share/fonts/opentype/noto')
  }
}

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

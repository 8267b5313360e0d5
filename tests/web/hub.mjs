// A hub for one file of tests, and browsers that trust its authority and no other.
import { spawn, execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

export const pin = '271828'

export class Hub {
  static async start() {
    const hub = new Hub()
    hub.process = spawn(process.env.HUB_FOR_BROWSERS, [], { stdio: ['pipe', 'pipe', 'inherit'] })
    hub.lines = createInterface({ input: hub.process.stdout })[Symbol.asyncIterator]()
    for (let line = await hub.line(); line !== 'ready'; line = await hub.line()) {
      const [what, value] = line.split(' ')
      hub[what] = value
    }
    hub.home = mkdtempSync(join(tmpdir(), 'hub-browser-'))
    const trust = join(hub.home, '.pki', 'nssdb')
    mkdirSync(trust, { recursive: true })
    execFileSync('certutil', ['-d', `sql:${trust}`, '-N', '--empty-password'])
    execFileSync('certutil', ['-d', `sql:${trust}`, '-A', '-t', 'C,,', '-n', 'hub', '-i', hub.authority])
    hub.browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox'],  // tests run as root, in a machine of their own
      env: { ...process.env, HOME: hub.home }
    })
    return hub
  }

  async line() {
    const { value, done } = await this.lines.next()
    if (done) throw new Error('the hub has ended')
    return value
  }

  // One line of hub_for_browsers.cpp; its answer.
  async tell(words) {
    this.process.stdin.write(words + '\n')
    return this.line()
  }

  async stop() {
    await this.browser?.close()
    this.process.stdin.end()
    await new Promise((resolve) => this.process.on('exit', resolve))
    rmSync(this.home, { recursive: true, force: true })
  }

  async page(options = {}) {
    const context = await this.browser.newContext({ baseURL: `https://localhost:${this.port}`, ...options })
    context.setDefaultTimeout(120000)  // a slow machine is no fault of a page
    const page = await context.newPage()
    page.hasScripts = options.javaScriptEnabled !== false
    return page
  }

  // The first sign-in of a new account, as its holder does it; resolves to the page after it.
  async signedIn(name, role, options = {}) {
    const code = await this.tell(`account ${role} ${name}`)
    const page = await this.page(options)
    await page.goto('/')
    await page.getByLabel('Your name').fill(name)
    await page.getByLabel('Password').fill(code)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('New password').fill('three wet dogs')
    await page.getByLabel('The same again').fill('three wet dogs')
    await page.getByLabel('PIN', { exact: true }).fill(pin)
    await page.getByRole('button', { name: 'Continue' }).click()
    const key = await page.locator('#key').textContent()
    await page.getByLabel('Code from the app').fill(codeOf(key, await this.tell('now')))
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'I have kept them' }).click()
    return page
  }
}

// The code that an app shows for this key (Base32) at this second since 1970 (RFC 6238).
export function codeOf(words, seconds) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...words.replaceAll(/[ =]/g, '')].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Number(seconds) / 30)))
  const hash = createHmac('sha1', key).update(step).digest()
  const at = hash[19] & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0')
}

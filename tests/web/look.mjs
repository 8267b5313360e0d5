// How a page is looked at: by axe-core, by its picture at three sizes, and by what the browser complains of.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const pictures = 'out/web'

// The page as it stands, in a browser where axe-core can run: it cannot where JavaScript is switched off.
async function mirrorOf(page) {
  const html = await page.content()
  const mirror = await (await page.context().browser().newContext()).newPage()
  await mirror.route(/\.js$/, (route) => route.abort())
  await mirror.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await mirror.goto(page.url())
  return mirror
}

// No violation of axe-core, at any level of WCAG or of good practice, on the page as it stands.
export async function isAccessible(page, what) {
  const looked = page.hasScripts === false ? await mirrorOf(page) : page
  await looked.evaluate(axeSource)
  const { violations } = await looked.evaluate(() => axe.run(document))
  assert.deepEqual(violations.map((one) => [one.id, one.nodes.map((node) => node.html)]), [], what)
  if (looked !== page) await looked.context().close()
}

export async function picture(page, name) {
  for (const [width, height] of [[1366, 768], [1920, 1080], [342, 192]]) {  // the last is 400 % of the first
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
    const spills = page.hasScripts !== false && await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    assert.equal(spills, false, `${name} must not be wider than a window of ${width}`)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}

// What the browser itself complains of, such as a script that the policy forbids.
export function complaints(page) {
  const all = []
  page.on('console', (message) => { if (message.type() === 'error') all.push(message.text()) })
  page.on('pageerror', (error) => all.push(String(error)))
  return all
}

// The figures of the contract as an analyst meets them: by eye, in greyscale, by keyboard and by a screen reader's tree.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { Hub } from './hub.mjs'
import { complaints, isAccessible, picture, pictures } from './look.mjs'

let hub

before(async () => {
  mkdirSync(pictures, { recursive: true })
  hub = await Hub.start()
})
after(async () => { await hub?.stop() })

for (const javaScriptEnabled of [true, false]) {
  test(`the figures, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const name = javaScriptEnabled ? 'Ana Lytle' : 'Ann Eliot'
    const page = await hub.signedIn(name, 'analyst', { javaScriptEnabled })
    const complained = complaints(page)
    if (javaScriptEnabled) {
      await page.goto('/figures')
      await page.getByText('The hub holds no histories of referrals yet').waitFor()
      await isAccessible(page, 'no figures')
      await hub.tell('histories')
    }
    await page.goto('/account')
    await page.getByRole('link', { name: 'Figures of the contract' }).click()
    await page.getByRole('heading', { name: 'Figures of the contract, 2026-10' }).waitFor()
    await page.getByRole('table', { name: 'Frozen and now' }).waitFor()
    const chart = page.getByRole('img', { name: /^CRS SL002, six months: 2026-05: .*Target 90 %\.$/ })
    await chart.waitFor()
    if (javaScriptEnabled) {
      const grey = async (part, of) => {
        const [r, g, b] = (await chart.locator(part).first().evaluate((one, what) => getComputedStyle(one)[what], of)).match(/\d+/g)
        return (Number(r) + Number(g) + Number(b)) / 3
      }
      assert.ok(await grey('rect', 'fill') < 190, 'a bar is told from the page without colour')
      assert.ok(await grey('rect', 'fill') - await grey('line', 'stroke') > 100, 'and the target from the bar')
      assert.match(await chart.locator('line').evaluate((one) => getComputedStyle(one).strokeDasharray), /6/)
    }
    await isAccessible(page, 'figures')
    await picture(page, `figures-${javaScriptEnabled}`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '2026-10 as a spreadsheet (XLSX)' }).click()
    ])
    assert.equal(file.suggestedFilename(), 'figures-2026-10.xlsx')
    await page.getByRole('table', { name: 'Figures', exact: true }).getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Behind CRS SL002, 2026-10' }).waitFor()
    await page.getByRole('table', { name: 'Referrals behind CRS SL002' }).waitFor()
    await isAccessible(page, 'behind a figure')
    await picture(page, `figure-items-${javaScriptEnabled}`)
    await page.getByRole('link', { name: 'Figures of 2026-10' }).click()
    await page.getByLabel('Month or quarter').fill('October')
    await page.getByRole('button', { name: 'Show these figures' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.title(), /^Error: /)
    assert.equal(await page.getByLabel('Month or quarter').inputValue(), 'October')
    await isAccessible(page, 'figures, wrong month')
    // A browser names every reply of 400 an error.
    assert.deepEqual(complained.filter((one) => !one.includes('400')), [])
    await page.context().close()
  })
}

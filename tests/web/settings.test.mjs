// What managers change of the hub's rules in Chromium, with JavaScript and without.
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

const heading = (page, name) => page.getByRole('heading', { name, exact: true }).waitFor()

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  const [manager, day, grace] = javaScriptEnabled ? ['Mina Holt', '2026-12-24', '10'] : ['Nora Lane', '2026-12-31', '15']

  test(`a manager closes days, warned of who is expected, and sees who changed what, ${how}`, async () => {
    const page = await hub.signedIn(manager, 'manager', { javaScriptEnabled })
    const complained = complaints(page)
    await page.goto('/settings')
    await heading(page, 'Settings of this hub')
    await isAccessible(page, 'settings')
    await page.getByRole('link', { name: 'Change Closing days to come' }).click()
    await heading(page, 'Closing days and bank holidays')
    await isAccessible(page, 'closing days')
    await picture(page, `settings-days-${javaScriptEnabled}`)
    assert.deepEqual(complained, [])
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.locator('#day-error').waitFor()
    assert.match(await page.title(), /^Error: /)
    await isAccessible(page, 'closing days, wrong')
    await picture(page, `settings-days-wrong-${javaScriptEnabled}`)
    complained.length = 0  // a browser names every reply of 400 an error
    await page.getByLabel('Day', { exact: true }).fill('2026-11-23')
    await page.getByLabel('The hub is shut', { exact: true }).check()
    await page.getByLabel('Why is it changed?').fill('the heating failed')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText('Nothing is changed yet').waitFor()
    assert.equal(await page.getByLabel('Why is it changed?').inputValue(), 'the heating failed')
    await isAccessible(page, 'closing days, asked again')
    await picture(page, `settings-days-asked-${javaScriptEnabled}`)
    await page.getByLabel('Day', { exact: true }).fill(day)
    await page.getByRole('button', { name: 'Change it all the same' }).click()
    await heading(page, 'Settings of this hub')
    await page.getByRole('cell', { name: 'the heating failed' }).first().waitFor()
    await isAccessible(page, 'settings, changed')
    await picture(page, `settings-${javaScriptEnabled}`)
    assert.deepEqual(complained, [])
    await page.context().close()
  })

  test(`a manager sets hours, grace and languages, ${how}`, async () => {
    const page = await hub.signedIn(`${manager} Second`, 'manager', { javaScriptEnabled })
    const complained = complaints(page)
    await page.goto('/settings/hours')
    await isAccessible(page, 'opening hours')
    await picture(page, `settings-hours-${javaScriptEnabled}`)
    await page.getByLabel('Sunday opens').fill('')
    await page.getByLabel('Sunday closes').fill('')
    await page.getByLabel('Monday closes').fill(javaScriptEnabled ? '20:00' : '19:00')
    await page.getByLabel('Why is it changed?').fill('the contract says so')
    await page.getByRole('button', { name: 'Change it' }).click()
    await heading(page, 'Settings of this hub')
    await page.getByText('; shut Sunday').first().waitFor()
    await page.goto('/settings/grace')
    await isAccessible(page, 'grace')
    await picture(page, `settings-grace-${javaScriptEnabled}`)
    await page.getByLabel('Minutes after the start').fill(grace)
    await page.getByLabel('Why is it changed?').fill('a strike of buses')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText(`${grace} minutes from 24 November 2026 on`).first().waitFor()
    await page.goto('/settings/languages')
    await isAccessible(page, 'languages of new kiosks')
    await picture(page, `settings-languages-${javaScriptEnabled}`)
    await page.getByLabel(javaScriptEnabled ? 'Urdu' : 'Polish').check()
    await page.getByLabel('Why is it changed?').fill('who comes here')
    await page.getByRole('button', { name: 'Change it' }).click()
    await heading(page, 'Settings of this hub')
    await isAccessible(page, 'settings with changes')
    assert.deepEqual(complained, [])
    await page.context().close()
  })
}

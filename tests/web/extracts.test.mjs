// Extracts of cases: an analyst asks, a manager approves what has names, and the analyst takes the file.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { Hub } from './hub.mjs'
import { complaints, isAccessible, picture, pictures } from './look.mjs'

let hub

before(async () => {
  mkdirSync(pictures, { recursive: true })
  hub = await Hub.start()
  await hub.tell('histories')
})
after(async () => { await hub?.stop() })

async function ask(page, recipient, names) {
  await page.getByLabel('First day').fill('2026-09-01')
  await page.getByLabel('Last day').fill('2026-10-31')
  await page.getByLabel('Who is to get it?').fill(recipient)
  if (names) await page.getByLabel(/With CRN and names/).check()
  await page.getByRole('button', { name: 'Ask for it' }).click()
  await page.getByText(recipient).waitFor()
}

async function take(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()])
  return readFileSync(await file.path(), 'utf8')
}

for (const javaScriptEnabled of [true, false]) {
  test(`extracts, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const [analyst, manager] = javaScriptEnabled ? ['Ana Lytle', 'Mina Holt'] : ['Ann Eliot', 'Max Orr']
    const ana = await hub.signedIn(analyst, 'analyst', { javaScriptEnabled })
    const complained = complaints(ana)
    await ana.goto('/account')
    await ana.getByRole('link', { name: 'Extracts of cases' }).click()
    await ana.getByRole('heading', { name: 'Extracts of cases' }).waitFor()
    await ana.getByRole('button', { name: 'Ask for it' }).click()
    await ana.getByRole('alert').waitFor()
    assert.match(await ana.title(), /^Error: /)
    await isAccessible(ana, 'extracts, empty form')
    await ask(ana, 'The council of Bury', false)
    assert.match(await take(ana, /^Take it as CSV/), /^referral_id,referral_reference,contract,/)
    await ask(ana, 'The council of Oldham', true)
    await ana.getByText('With names: waits for a manager').waitFor()

    const mina = await hub.signedIn(manager, 'manager', { javaScriptEnabled })
    await mina.goto('/extracts')
    await isAccessible(mina, 'extracts, to be approved')
    await picture(mina, `extracts-manager-${javaScriptEnabled}`)
    await mina.getByRole('button', { name: /^Approve the extract .* for The council of Oldham$/ }).click()
    await mina.getByText(`With names: approved by ${manager}`).waitFor()
    await mina.context().close()

    await ana.goto('/extracts')
    const lines = (await take(ana, /^Take it as JSON Lines/)).trim().split('\n').map((line) => JSON.parse(line))
    assert.ok(lines.length > 0 && 'crn' in lines[0])
    await ana.goto('/extracts')
    await isAccessible(ana, 'extracts, taken')
    await picture(ana, `extracts-${javaScriptEnabled}`)
    // A browser names every reply of 400 an error.
    assert.deepEqual(complained.filter((one) => !one.includes('400')), [])
    await ana.context().close()
  })
}

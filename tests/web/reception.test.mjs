// The pages of reception as the people at the desk meet them. Certificates are checked; nothing is ignored.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import { Hub, codeOf, pin } from './hub.mjs'
import { complaints, isAccessible, picture, pictures } from './look.mjs'

const rosa = '7a0c2a1e-0000-4000-8000-000000000002'
const ada = '7a0c2a1e-0000-4000-8000-000000000001'
// Every 30 seconds a board is told anyway; how soon it is told of a change is measured elsewhere, not tested.
const soonerThanTheTick = 20000
let hub

before(async () => {
  mkdirSync(pictures, { recursive: true })
  hub = await Hub.start()
})
after(async () => { await hub?.stop() })

test('a browser that does not trust the hub gets nothing', async () => {
  const stranger = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'],
    env: { ...process.env, HOME: pictures } })
  const page = await stranger.newPage()
  await assert.rejects(page.goto(`https://localhost:${hub.port}/`), /ERR_CERT_AUTHORITY_INVALID/)
  await stranger.close()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`the way in, ${how}, every page of it accessible`, async () => {
    const name = javaScriptEnabled ? 'Sam Reid' : 'Alex Poe'
    const code = await hub.tell(`account reception ${name}`)
    const page = await hub.page({ javaScriptEnabled })
    const complained = complaints(page)
    await page.goto('/')
    assert.match(await page.title(), /^Sign in/)
    await isAccessible(page, 'sign in')
    await picture(page, `sign-in-${javaScriptEnabled}`)
    await page.getByLabel('Your name').fill(name)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.title(), /^Error: /)
    assert.equal(await page.getByLabel('Your name').inputValue(), name)
    await isAccessible(page, 'sign in, wrong')
    await picture(page, `sign-in-wrong-${javaScriptEnabled}`)
    complained.length = 0  // a browser names every reply of 400 an error
    await page.getByLabel('Password').fill(code)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await isAccessible(page, 'choose a password')
    await picture(page, `password-${javaScriptEnabled}`)
    await page.getByLabel('New password').fill('Password2026!')
    await page.getByLabel('The same again').fill('Password2026!')
    await page.getByLabel('PIN', { exact: true }).fill('123456')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.locator('#password-error').waitFor()
    await page.locator('#pin-error').waitFor()
    await isAccessible(page, 'choose a password, wrong')
    complained.length = 0
    await page.getByLabel('New password').fill('three wet dogs')
    await page.getByLabel('The same again').fill('three wet dogs')
    await page.getByLabel('PIN', { exact: true }).fill(pin)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Set up the second step').waitFor()
    await isAccessible(page, 'second step')
    await picture(page, `second-step-${javaScriptEnabled}`)
    const key = await page.locator('#key').textContent()
    await page.getByLabel('Code from the app').fill(codeOf(key, await hub.tell('now')))
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Keep these codes').waitFor()
    await isAccessible(page, 'codes to keep')
    await picture(page, `codes-${javaScriptEnabled}`)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByRole('heading', { name: 'Today at Ardwick Green' }).waitFor()
    await isAccessible(page, 'board')
    await picture(page, `board-${javaScriptEnabled}`)
    await page.getByRole('link', { name }).click()
    await page.getByText('Your vetting runs out in 38 days').waitFor()
    await isAccessible(page, 'account')
    await picture(page, `account-${javaScriptEnabled}`)
    assert.deepEqual(complained, [])
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goto('/board')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.context().close()
  })
}

test('a name that is HTML stays text', async () => {
  const page = await hub.signedIn('Tess Note', 'caseworker')
  await page.getByRole('link', { name: 'Omar <b>Nobody</b>' }).waitFor()
  await page.context().close()
})

test('an arrival and a call come to the open board by themselves, and the focus stays', async () => {
  const page = await hub.signedIn('Live Lee', 'reception')
  await page.getByText('Live', { exact: true }).waitFor()
  const row = page.locator(`#row-${rosa}`)
  await row.getByText('Should be here').waitFor()
  await row.getByRole('link').focus()
  await hub.tell('arrive 1')
  await row.getByText('Arrived late').waitFor({ timeout: soonerThanTheTick })
  assert.equal(await page.evaluate(() => document.activeElement.id), `name-${rosa}`)
  await hub.tell('call ur')
  const call = page.getByRole('heading', { name: 'Someone waits at front-door' })
  await call.waitFor({ timeout: soonerThanTheTick })
  await isAccessible(page, 'board with a call')
  await picture(page, 'board-call')
  await page.getByRole('button', { name: 'I am going' }).click()
  await call.waitFor({ state: 'detached' })
  await page.context().close()
})

test('without JavaScript the board comes again by itself for whoever asks for it', async () => {
  const page = await hub.signedIn('Still Stan', 'reception', { javaScriptEnabled: false })
  assert.equal(await page.locator('meta[http-equiv=refresh]').count(), 0)
  await page.getByRole('link', { name: 'Let it come again by itself' }).click()
  assert.equal(await page.locator('meta[http-equiv=refresh]').getAttribute('content'), '30')
  await page.getByRole('link', { name: 'Stop that' }).click()
  assert.equal(await page.locator('meta[http-equiv=refresh]').count(), 0)
  await page.context().close()
})

test('did not attend, by keys alone: a second look, a note, and the history', async () => {
  const page = await hub.signedIn('Kim Keys', 'reception')
  const press = async (name) => {
    for (let tabs = 0; tabs < 60; ++tabs) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => (document.activeElement.innerText || document.activeElement.id || '').trim())
      if (focused === name) return
    }
    assert.fail(`${name} cannot be reached by keys`)
  }
  await press('Ada Invented')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ada Invented' }).waitFor()
  await isAccessible(page, 'appointment')
  await picture(page, 'appointment')
  await press('They did not attend')
  await page.keyboard.press('Enter')
  await page.getByText('Look once more').waitFor()
  await isAccessible(page, 'did not attend?')
  await picture(page, 'absence')
  await press('They did not attend')
  await page.keyboard.press('Enter')
  await page.locator('#reason-error').waitFor()
  await isAccessible(page, 'did not attend, without a note')
  await press('reason')
  await page.keyboard.type('telephoned, no answer')
  await press('They did not attend')
  await page.keyboard.press('Enter')
  await page.getByText('Kim Keys: telephoned, no answer').first().waitFor()
  assert.equal(new URL(page.url()).pathname, `/appointments/${ada}`)
  await isAccessible(page, 'appointment with a history')
  await page.context().close()
})

test('two at once: the second is told, and nothing is lost', async () => {
  const [first, second] = [await hub.signedIn('Fay First', 'reception'), await hub.signedIn('Sid Second', 'reception')]
  await first.goto(`/appointments/${rosa}`)
  await second.goto(`/appointments/${rosa}`)
  for (const page of [first, second]) {
    await page.getByLabel('The hub could not hold it').check()
    await page.getByLabel('What happened?').fill('the heating failed')
  }
  await first.getByRole('button', { name: 'Record that it did not happen' }).click()
  await first.getByText('Session did not happen').waitFor()
  await second.getByRole('button', { name: 'Record that it did not happen' }).click()
  await second.getByRole('alert').getByText('something else was recorded').first().waitFor()
  const history = await second.locator('main').textContent()
  assert.match(history, /Fay First: .*the heating failed/)
  assert.doesNotMatch(history, /Sid Second:/)
  await first.context().close()
  await second.context().close()
})

test('an analyst is told that the board is not theirs', async () => {
  const page = await hub.signedIn('Ana Lytle', 'analyst')
  assert.equal(new URL(page.url()).pathname, '/account')
  await page.goto('/board')
  await page.getByRole('heading', { name: 'Your role does not have this page' }).waitFor()
  await isAccessible(page, 'not yours')
  await page.goto('/nothing-here')
  await isAccessible(page, 'no such page')
  await page.context().close()
})

test('whoever is locked out is out at the next touch', async () => {
  const page = await hub.signedIn('Lou Locked', 'reception')
  await hub.tell('lock Lou Locked')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor({ timeout: soonerThanTheTick })
  await page.context().close()
})

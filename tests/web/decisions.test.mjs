// What people at the desk do all day, in Chromium: closing, paper, corrections, a person's page, the week.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { Hub } from './hub.mjs'
import { complaints, isAccessible, picture, pictures } from './look.mjs'

const ada = '7a0c2a1e-0000-4000-8000-000000000001'
const rosa = '7a0c2a1e-0000-4000-8000-000000000002'
const omar = '7a0c2a1e-0000-4000-8000-000000000003'
let hub

before(async () => {
  mkdirSync(pictures, { recursive: true })
  hub = await Hub.start()
})
after(async () => { await hub?.stop() })

const heading = (page, name) => page.getByRole('heading', { name }).waitFor()

test('an arrival at the desk, then its time corrected with a reason', async () => {
  const page = await hub.signedIn('Cory Time', 'reception')
  const complained = complaints(page)
  await page.goto(`/appointments/${rosa}`)
  await page.getByLabel('When did they come?').fill('14:08')
  await page.getByLabel('How do you know?').fill('came to the desk')
  await page.getByRole('button', { name: 'Record the arrival' }).click()
  await page.getByText('Arrived late').waitFor()
  await page.getByRole('link', { name: 'Correct the record' }).click()
  await heading(page, 'Correct the record')
  await isAccessible(page, 'correct')
  await picture(page, 'correct')
  assert.deepEqual(complained, [])
  await page.getByRole('button', { name: 'Correct it' }).click()
  await page.getByRole('alert').waitFor()
  await isAccessible(page, 'correct, nothing chosen')
  await picture(page, 'correct-wrong')
  await page.getByLabel('The person came at another time').check()
  await page.getByLabel('When did they come?').fill('14:02')
  await page.getByLabel('Why?').fill('the bus ticket')
  await page.getByRole('button', { name: 'Correct it' }).click()
  await page.getByText('Arrived on time').waitFor()
  await page.getByText('Cory Time: the bus ticket').waitFor()
  await isAccessible(page, 'appointment after a correction')
  await picture(page, 'appointment-corrected')
  await page.context().close()
})

test('told by telephone, without JavaScript', async () => {
  const page = await hub.signedIn('Tel Ephone', 'reception', { javaScriptEnabled: false })
  await page.goto(`/appointments/${ada}/told`)
  await isAccessible(page, 'told by telephone')
  await picture(page, 'told')
  await page.getByLabel('Who did you speak to?').fill('the duty practitioner')
  await page.getByLabel('Time, such as 14:05').fill('14:05')
  await page.getByRole('button', { name: 'Note it' }).click()
  await page.getByText('Practitioner told by telephone at 14:05').waitFor()
  await page.context().close()
})

test('the person behind an appointment: their slip, and the intervention completed', async () => {
  const page = await hub.signedIn('Pat Person', 'reception')
  await page.goto(`/appointments/${omar}/person`)
  await heading(page, 'Omar <b>Nobody</b>')
  await isAccessible(page, 'person')
  await picture(page, 'person')
  await page.getByRole('button', { name: 'Make a slip to print' }).click()
  await heading(page, 'Slip to print')
  await isAccessible(page, 'slip')
  await picture(page, 'slip')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('link', { name: 'Today' }).isVisible(), false, 'the menu is not printed')
  assert.equal(await page.getByRole('img', { name: 'Code for the kiosk' }).isVisible(), true)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: 'Back to the person' }).click()
  await page.getByLabel('How do you know?').fill('the caseworker says so')
  await page.getByRole('button', { name: 'It is completed' }).click()
  await page.getByText('to be offered at the next visit').first().waitFor()
  await isAccessible(page, 'person, completed')
  await page.context().close()
})

test('a manager reads who looked', async () => {
  const page = await hub.signedIn('Mina Holt', 'manager')
  await page.getByRole('link', { name: 'Mina Holt' }).click()
  await page.getByRole('link', { name: 'Who looked at whose record' }).click()
  await page.getByText('Pat Person').first().waitFor()
  await isAccessible(page, 'looks')
  await picture(page, 'looks')
  await page.context().close()
})

test('the week: add, see the clash, move, cancel', async () => {
  const page = await hub.signedIn('Wendy Week', 'reception')
  await page.getByRole('link', { name: 'What is on' }).click()
  await isAccessible(page, 'week')
  await picture(page, 'week-empty')
  for (const title of ['Cooking', 'Painting']) {
    await page.getByLabel('Day').fill('2026-11-25')
    await page.getByLabel('Starts').fill('10:00')
    await page.getByLabel('Ends').fill('11:30')
    await page.getByLabel('Room').fill('Room 1')
    await page.getByLabel('Title').fill(title)
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('link', { name: title }).waitFor()
  }
  await page.getByText('Same room at the same time as Cooking').waitFor()
  await isAccessible(page, 'week with a clash')
  await picture(page, 'week')
  await page.getByRole('link', { name: 'Painting' }).click()
  await isAccessible(page, 'session')
  await picture(page, 'session')
  await page.getByLabel('Room').fill('Room 2')
  await page.getByRole('button', { name: 'Move it' }).click()
  await page.getByText('Moved', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  await page.getByText('Cancelled', { exact: true }).waitFor()
  await isAccessible(page, 'session, cancelled')
  await page.getByRole('link', { name: 'Back to the week' }).click()
  assert.equal(await page.getByText('Same room').count(), 0)
  await page.goto('/settings')
  await heading(page, 'Settings of this hub')
  await isAccessible(page, 'settings')
  await picture(page, 'settings')
  await page.context().close()
})

test('closing the day: all at once, and the second of two is told', async () => {
  await hub.tell('advance 60')
  const [first, second] = [await hub.signedIn('Cleo Close', 'reception'), await hub.signedIn('Sid Second', 'reception')]
  for (const page of [first, second]) {
    await page.getByRole('link', { name: 'Close the day' }).click()
    await page.getByRole('button', { name: 'Choose all' }).click()
  }
  await isAccessible(first, 'close the day')
  await picture(first, 'close-the-day')
  for (const page of [first, second]) await page.getByRole('button', { name: 'Review what will be sent' }).click()
  await heading(first, 'Submit 1 record?')
  await isAccessible(first, 'review')
  await picture(first, 'review')
  await first.getByRole('button', { name: 'Submit 1 record' }).click()
  await heading(first, '1 record to be submitted')
  await second.getByRole('button', { name: 'Submit 1 record' }).click()
  await heading(second, '0 records to be submitted')
  await isAccessible(second, 'submitted by another')
  await picture(second, 'submitted-by-another')
  await first.context().close()
  await second.context().close()
})

test('closing the day without JavaScript: nothing chosen is said beside the list', async () => {
  const page = await hub.signedIn('Una Script', 'reception', { javaScriptEnabled: false })
  await page.goto('/close-the-day')
  assert.equal(await page.getByRole('button', { name: 'Choose all' }).count(), 0)
  await page.goto('/paper')
  await isAccessible(page, 'paper')
  await picture(page, 'paper')
  const row = page.getByRole('row').filter({ hasText: 'Omar' })
  await row.getByRole('textbox').fill('twenty past')
  await page.getByRole('button', { name: 'Record these arrivals' }).click()
  await page.getByRole('alert').waitFor()
  await isAccessible(page, 'paper, wrong')
  await picture(page, 'paper-wrong')
  await row.getByRole('textbox').fill('14:28')
  await page.getByRole('button', { name: 'Record these arrivals' }).click()
  await page.getByText('Recorded from paper: 1').waitFor()
  await page.context().close()
})

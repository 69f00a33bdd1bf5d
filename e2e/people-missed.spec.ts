import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { comeOnline } from "./lib/come-online.ts";
import { expectInLobby, incomingCall, outcome, recentCalls, ring } from "./lib/ringing.ts";
import { test } from "./lib/test.ts";

const server = serverForThisFile({ CALL_TIMEOUT_MS: "2000" });

test("a call that nobody answers is told to both, and can be returned", async ({ people }) => {
  const [ann, ben] = [await people.invite("Ann"), await people.invite("Ben")];
  for (const person of [ann, ben]) await comeOnline(person, server.url);
  const rings = incomingCall(ben, ann).waitFor();
  await ring(ann, ben);
  await rings;
  await expect(outcome(ann)).toContainText("Ben didn’t answer.");
  await expect(recentCalls(ann)).toContainText("No answer");
  await expectInLobby(ben);
  await expect(outcome(ben)).toContainText("You missed a call from Ann.");
  await expect(recentCalls(ben)).toContainText("Missed");
  await outcome(ben).getByRole("button", { name: "Call back" }).click();
  await expect(outcome(ann)).toContainText("You missed a call from Ben.");
});

test("whoever has just gone can't be rung", async ({ people }) => {
  const [cara, dan] = [await people.invite("Cara"), await people.invite("Dan")];
  for (const person of [cara, dan]) await comeOnline(person, server.url);
  await ring(cara, dan);
  await expect(recentCalls(cara)).toContainText("No answer");
  await dan.page.getByRole("button", { name: "Your name and status" }).click();
  await dan.page.getByRole("menuitem", { name: "Change name" }).click();
  await expect(dan.page.getByLabel("Your name")).toHaveValue("Dan");
  await expect(cara.page.getByRole("heading", { name: "It’s just you right now" })).toBeVisible();
  await outcome(cara).getByRole("button", { name: "Call again" }).click();
  await expect(outcome(cara)).toContainText("Dan isn’t online right now.");
});

import { describe, expect, it } from "vitest";
import { closingLine, sum, tallyPlaywright, tallyVitest, withExitCode } from "./tally.mjs";

const none = { passed: 0, failed: 0, skipped: 0 };

describe("the closing line", () => {
  it("names the skipped only when there are some", () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
    expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  });

  it("adds the parts up", () => {
    expect(sum([{ passed: 1, failed: 2, skipped: 3 }, none, { passed: 10, failed: 20, skipped: 30 }])).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
  });
});

describe("counting vitest", () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  });

  it("counts each test by how it ended", () => {
    const report = { testResults: [file("failed", "passed", "failed", "skipped"), file("passed", "passed", "todo")] };
    expect(tallyVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it("counts a file that could not run as one failure", () => {
    expect(tallyVitest({ testResults: [file("failed"), file("failed", "passed")] })).toEqual({
      passed: 1,
      failed: 2,
      skipped: 0,
    });
  });
});

describe("counting Playwright", () => {
  it("counts flaky tests and errors outside of tests as failures", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });
});

describe("a runner that ended badly", () => {
  it("is a failure when it left no report", () => {
    expect(withExitCode(undefined, 0)).toEqual({ ...none, failed: 1 });
  });

  it("is a failure when no test failed", () => {
    expect(withExitCode({ ...none, passed: 4 }, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it("adds nothing to tests that failed", () => {
    expect(withExitCode({ ...none, failed: 2 }, 1)).toEqual({ ...none, failed: 2 });
  });
});

import { expect, it } from "vitest";
import { cameraEncoding } from "./camera-encoding.ts";

it("sends 720p at 30 fps for 5 users, and a smaller picture beyond", () => {
  for (const others of [1, 2, 3, 4]) {
    expect(cameraEncoding(others)).toMatchObject({ scaleResolutionDownBy: 1 });
    expect(cameraEncoding(others).maxBitrate).toBeGreaterThanOrEqual(1_000_000);
  }
  expect(cameraEncoding(5).scaleResolutionDownBy).toBeGreaterThan(1);
});

it("never asks for more when more people come", () => {
  for (let others = 1; others < 12; others++) {
    expect(cameraEncoding(others + 1).maxBitrate).toBeLessThanOrEqual(cameraEncoding(others).maxBitrate);
  }
});

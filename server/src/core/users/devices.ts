import type { Device } from "./device.ts";

/** The devices this node holds. */
export class Devices {
  readonly #byId = new Map<string, Device>();
  readonly #watching = new Map<string, Set<Device>>();

  add(device: Device): void {
    this.#byId.set(device.id, device);
  }

  remove(device: Device): void {
    this.#byId.delete(device.id);
    const watching = this.#watching.get(device.claims.appId);
    watching?.delete(device);
    if (watching?.size === 0) this.#watching.delete(device.claims.appId);
  }

  get(id: string): Device | undefined {
    return this.#byId.get(id);
  }

  all(): Device[] {
    return [...this.#byId.values()];
  }

  watch(device: Device): void {
    const { appId } = device.claims;
    this.#watching.set(appId, (this.#watching.get(appId) ?? new Set()).add(device));
  }

  /** Those that are told of the app's users coming and going. */
  watching(appId: string): Iterable<Device> {
    return this.#watching.get(appId) ?? [];
  }
}

import { isJsonObject, parseJson, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { type IntegrationContext } from '../state/store.js';

const DEVICE_KEY = 'msgraph_soar_device';

/** A device login that was begun (RFC 8628, 3.2). */
export interface PendingDevice {
  readonly deviceCode: Secret;
  /** How many seconds have to lie between two questions. */
  readonly intervalSeconds: number;
  /** When the code ends, in milliseconds since 1970. */
  readonly expiresOn: number;
  /** What it belongs to. */
  readonly binding: string;
}

/** The device login that was begun for a binding; undefined where there is none. */
export function readPendingDevice(context: IntegrationContext, binding: string): PendingDevice | undefined {
  const login = parseJson(textAt(context, DEVICE_KEY) ?? '');
  if (!isJsonObject(login) || login['binding'] !== binding) return undefined;
  const deviceCode = textAt(login, 'deviceCode');
  const { intervalSeconds, expiresOn } = login;
  if (!deviceCode || typeof intervalSeconds !== 'number' || typeof expiresOn !== 'number') return undefined;
  return { deviceCode: new Secret(deviceCode), intervalSeconds, expiresOn, binding };
}

/** The context with this device login in it, in place of an earlier one. */
export function withPendingDevice(context: IntegrationContext, device: PendingDevice): IntegrationContext {
  return { ...context, [DEVICE_KEY]: JSON.stringify({ ...device, deviceCode: device.deviceCode.reveal() }) };
}

/** The context without a device login: it came to its end. */
export function withoutPendingDevice(context: IntegrationContext): IntegrationContext {
  const { [DEVICE_KEY]: _device, ...rest } = context;
  return rest;
}

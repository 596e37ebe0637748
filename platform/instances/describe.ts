import { SettingsError } from '../../integration/errors.js';
import { tableToMarkdown } from '../../integration/results/table.js';
import { type Settings } from '../../integration/settings/settings.js';
import { isSandboxOff, SANDBOX_INSTANCES, unknownInstance } from './choose.js';
import { readInstances } from './instance-file.js';
import { inspectInstance, type InspectOptions } from './inspect.js';
import { shownParameters } from './shown-parameters.js';

/**
 * All instances as a markdown table, with those that are built in.
 * @param home The folder of our own files.
 * @throws SettingsError when the instance file cannot be read.
 */
export async function instanceList(home: string, options: InspectOptions): Promise<string> {
  const instances = (await readInstances(home)) ?? new Map<string, never>();
  const rows = [...instances]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([name, params]) => {
      const { settings } = inspectInstance(name, params, options);
      const unusable = {
        Cloud: '',
        Tenant: '',
        Flow: `cannot be used here; see msgraph-soar instance show ${name}`,
      };
      return { Name: name, ...(settings ? summaryOf(settings) : unusable) };
    });
  const builtIn = [...SANDBOX_INSTANCES].map(([name, flow]) => ({
    Name: name,
    Cloud: 'sandbox',
    Tenant: 'embedded',
    Flow: flow,
  }));
  return tableToMarkdown('Instances', isSandboxOff(options.environment) ? rows : [...rows, ...builtIn], {
    headers: ['Name', 'Cloud', 'Tenant', 'Flow'],
  });
}

/**
 * One instance with its parameters, secrets masked, and what is wrong with it, as markdown.
 * @param home The folder of our own files.
 * @throws SettingsError when there is no such instance.
 */
export async function instanceDetails(name: string, home: string, options: InspectOptions): Promise<string> {
  if (SANDBOX_INSTANCES.has(name)) {
    throw new SettingsError(
      `${name} is built in and has no parameters of its own.`,
      'It is the embedded tenant.',
    );
  }
  const instances = (await readInstances(home)) ?? new Map<string, never>();
  const params = instances.get(name);
  if (!params) throw unknownInstance(name, [...instances.keys()]);
  const inspected = inspectInstance(name, params, options);
  const { settings, problem } = inspected;
  return [
    ...(settings
      ? [tableToMarkdown(name, [summaryOf(settings)], { headers: ['Cloud', 'Tenant', 'Flow'] })]
      : []),
    tableToMarkdown('Parameters', shownParameters(params, inspected), { headers: ['Parameter', 'Value'] }),
    ...(problem ? [problem.message, ...(problem.nextStep ? [problem.nextStep] : [])] : []),
  ].join('\n');
}

function summaryOf({ cloud, signIn }: Settings): Readonly<Record<'Cloud' | 'Tenant' | 'Flow', string>> {
  return { Cloud: cloud, Tenant: 'tenant' in signIn ? signIn.tenant : '', Flow: signIn.flow };
}

/** A place that may be hidden everywhere (`true`) or in some marketplaces only. */
export type Hidden = boolean | readonly string[];

/** One field of the instance form (an item of `configuration`). */
export interface ParameterDeclaration {
  readonly name: string;
  /** The platform's number for the kind of field: 0 text, 4 encrypted text, 8 checkbox, 9 credentials, 15 choice … */
  readonly type: number;
  readonly display?: string | null;
  readonly required?: boolean;
  readonly defaultvalue?: string | null;
  readonly options?: readonly string[];
  readonly additionalinfo?: string | null;
  readonly hidden?: Hidden;
  readonly section?: string;
  readonly advanced?: boolean;
  readonly displaypassword?: string;
  readonly hiddenusername?: boolean;
  readonly hiddenpassword?: boolean;
  readonly fromlicense?: string;
}

/** One argument of a command. */
export interface ArgumentDeclaration {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  /** Whether a value written without a name belongs to this argument. */
  readonly default?: boolean | null;
  readonly defaultValue?: string | null;
  readonly isArray?: boolean;
  readonly secret?: boolean;
  readonly auto?: string;
  readonly predefined?: readonly string[] | null;
  readonly prettyname?: string;
  readonly type?: string;
  readonly hidden?: Hidden;
  readonly deprecated?: boolean;
}

/** One context path that a command writes. */
export interface OutputDeclaration {
  readonly contextPath: string;
  readonly description: string;
  /** `String`, `Number`, `Boolean`, `Date` or `Unknown`. */
  readonly type?: string;
}

/** One command as the platform sees it. */
export interface CommandDeclaration {
  readonly name: string;
  readonly description: string;
  readonly arguments?: readonly ArgumentDeclaration[];
  readonly outputs?: readonly OutputDeclaration[] | null;
  /** Whether the platform marks it as potentially harmful. */
  readonly execution?: boolean;
  readonly deprecated?: boolean;
  readonly hidden?: Hidden;
  readonly polling?: boolean;
  /** Seconds the platform waits for it. */
  readonly timeout?: number;
}

/** The `script` part: how the platform runs the integration, and its commands. */
export interface ScriptDeclaration {
  readonly script: string;
  readonly type: string;
  readonly subtype?: string;
  readonly dockerimage?: string;
  readonly commands?: readonly CommandDeclaration[];
  readonly isfetch?: boolean;
  readonly feed?: boolean;
  /** Whether the platform keeps a container running for an instance that asks for it. */
  readonly longRunning?: boolean;
  /** Whether it opens a port for that container. */
  readonly longRunningPort?: boolean;
  readonly resetContext?: boolean;
}

/** integration.yml: everything the platform knows of the integration. */
export interface Manifest {
  readonly commonfields: { readonly id: string; readonly version: number };
  readonly name: string;
  readonly display: string;
  readonly category: string;
  readonly description: string;
  readonly sectionOrder?: readonly string[];
  readonly sectionorder?: readonly string[];
  readonly configuration: readonly ParameterDeclaration[];
  readonly script: ScriptDeclaration;
  readonly fromversion?: string;
  readonly tests?: readonly string[];
  readonly marketplaces?: string | readonly string[];
  readonly supportedModules?: readonly string[];
}

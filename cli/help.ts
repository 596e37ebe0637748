const text = `msgraph-soar: Microsoft Graph users and Teams chats for SOAR platforms

  msgraph-soar                           open the War Room on this terminal
  msgraph-soar room [--instance NAME | --sandbox] [--incident FILE] [--yes]
                                         the same, with an incident that is kept in a file; --yes asks nothing
  msgraph-soar '!msgraph-user-list'      run a command and print its result
      --output terminal|markdown|json|context|raw|ndjson
      --instance NAME                    on this instance (without any instance file: on the sandbox)
      --sandbox                          on the embedded tenant
      --debug                            what is sent and answered, on the error output
  msgraph-soar commands [NAME]           what there is, and how one command is used
  msgraph-soar exec [--concurrency N]    answer JSON requests, a line each
  msgraph-soar loop                      answer a SOAR server, on its line protocol
  msgraph-soar pack [--out DIR] [--brands]
                                         write a content pack for a SOAR server
  msgraph-soar playbook check DIR        what a folder of playbooks meets on this integration
  msgraph-soar instance add NAME parameter=value …
  msgraph-soar instance list
  msgraph-soar instance show|test|remove NAME
                                         keep instances of your own; a value "?" is asked for
  msgraph-soar login [--instance NAME] [--device] [--port N]
                                         sign in as a user, in the browser or on another device
  msgraph-soar serve [--instance NAME] [--port N] [--host H] [--sandbox]
                                         answer over HTTP, and show the War Room as a page; beyond this machine
                                         with --tls-cert and --tls-key
      --allow-effects                    let the page change things on a real tenant
      --public-url URL                   the address at which others reach it
      --requests-per-minute N            for each key
  msgraph-soar keys add NAME --scope read|effects
  msgraph-soar keys list
  msgraph-soar keys revoke NAME          keep the keys of that server
  msgraph-soar sandbox start [--port N] [--users N]
                                         keep the embedded tenant running and say how to reach it
  msgraph-soar sandbox reset             undo what was done to the embedded tenant
  msgraph-soar audit verify [FILE]       whether the record of what was done is as it was written
`;

/** Prints how the executable is used. */
export default function help(): Promise<number> {
  process.stdout.write(text);
  return Promise.resolve(0);
}

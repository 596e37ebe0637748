"""Carries one command from the SOAR server to the Node process that executes it, and what that says back.

The process is msgraph-soar of the image, run as "msgraph-soar loop". Each of its lines is one message; those that ask for
something get one line as their answer. A long-running instance has one process without an end, which is started again
whenever it fails.
"""
import collections
import json
import os
import queue
import subprocess
import threading
import time

EXECUTABLE = '/opt/msgraph-soar/dist/msgraph-soar.js'
ERROR_MARKER = '[ERROR-fd5a7750-7182-4b38-90ba-091824478903]'

# The process gives a sign of life three times within this time; when it does not, it hangs.
SILENCE_SECONDS = 30

# How long the process may take to end once its work is done.
FAREWELL_SECONDS = 2

# How long to wait before a process without an end is started again.
PAUSE_SECONDS = 5

# What the server runs, once, for an instance that is to run all the time.
WITHOUT_END = 'long-running-execution'

# The server shows the failure of these on the instance, and takes it from an exception only.
SHOWN_ON_INSTANCE = ('fetch-incidents', 'fetch-credentials', 'fetch-indicators')


class ChildFailed(Exception):
    """The process did not carry the command to its end."""


def run_message(silence_seconds):
    """The command as the process wants it. Incidents and their context stay with the server: it needs none of them."""
    context = demisto.callingContext.get('context') or {}
    kept = {name: context[name] for name in ('IntegrationBrand', 'IntegrationInstance', 'IsDebug') if name in context}
    kept['Inv'] = {'id': str((context.get('Inv') or {}).get('id') or '')}
    return {
        'integration': True,
        'command': demisto.command(),
        'args': demisto.args(),
        'params': demisto.params(),
        'context': kept,
        'heartbeat_interval': silence_seconds / 3.0,
        'is_running_heartbeat': True,
    }


def child_environment():
    """The container's variables, in the form in which the process reads them. Proxy variables need no translation."""
    environment = dict(os.environ)
    brand = (demisto.callingContext.get('context') or {}).get('IntegrationBrand') or ''
    seconds = environment.get('REQUESTS_TIMEOUT.' + brand)
    if seconds:
        environment['REQUESTS_TIMEOUT'] = seconds
    bundles = [environment.get(name) for name in ('SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE')]
    bundle = next((each for each in bundles if each), None)
    if bundle:
        environment['SSL_CERT_FILE'] = bundle
        environment.setdefault('NODE_EXTRA_CA_CERTS', bundle)
    return environment


def start_child():
    executable = os.environ.get('MSGRAPH_SOAR_JS', EXECUTABLE)
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen(['node', executable, 'loop'], stdin=pipe, stdout=pipe, stderr=pipe,
                                env=child_environment())
    except OSError as error:
        raise ChildFailed('Node.js could not be started ({}). The image of this instance must hold Node.js and '
                          'msgraph-soar.'.format(error))


def in_background(work):
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def get_context(args):
    return demisto.getIntegrationContextVersioned(bool(args.get('refresh')))


def set_context(args):
    demisto.setIntegrationContextVersioned(args.get('value'), args.get('version'), bool(args.get('sync')))


def update_health(args):
    show_health(args.get('err') or '')


def create_incidents(args):
    return demisto.createIncidents(args.get('incidents'))


def add_entry(args):
    optional = {name: args[name] for name in ('username', 'email', 'footer') if name in args}
    demisto.addEntry(id=args.get('id'), entry=args.get('entry'), **optional)


REQUESTS = {
    'getIntegrationContext': get_context,
    'setIntegrationContext': set_context,
    'updateModuleHealth': update_health,
    'createIncidents': create_incidents,
    'addEntry': add_entry,
}


def show_health(problem):
    """Shows on the instance what is wrong; an empty text shows that nothing is."""
    try:
        demisto.updateModuleHealth(problem, bool(problem))
    except TypeError:  # Older servers take the text alone.
        demisto.updateModuleHealth(problem)


def request_answer(message):
    """What the server says to a request of the process."""
    kind, command, args = message.get('type'), message.get('command'), message.get('args') or {}
    if kind == 'log':
        {'info': demisto.info, 'error': demisto.error}.get(command, demisto.debug)(*args.get('args', []))
        return {}
    if kind == 'executeCommand' and command in REQUESTS:
        return REQUESTS[command](args)
    raise ValueError('The request {} {} is not known.'.format(kind, command))


def answer_line(message):
    """An exception of the server goes to the process, which knows what to do about it."""
    try:
        return json.dumps(request_answer(message))
    except Exception as error:
        return json.dumps(ERROR_MARKER + str(error))


def take(message, send):
    """Does what one message asks for. Returns whether it was the last one."""
    kind = message.get('type')
    if kind == 'completed':
        return True
    if kind == 'result':
        demisto.results(message.get('results'))
    elif kind == 'exception':
        raise ChildFailed('\n'.join(str(line) for line in message['args']['exception']))
    elif kind == 'entryLog':
        demisto.info(message['args']['message'])
    elif kind != 'pong' and message.get('command') != 'heartbeat':
        send(answer_line(message))
    return False


def converse(child, silence_seconds):
    lines = queue.Queue()

    def read():
        for line in child.stdout:
            lines.put(line)
        lines.put(None)

    def send(line):
        try:
            child.stdin.write(line.encode('utf-8') + b'\n')
            child.stdin.flush()
        except OSError:
            pass  # It has ended, which the end of its output tells.

    in_background(read)
    send(json.dumps(run_message(silence_seconds)))
    while True:
        try:
            line = lines.get(timeout=silence_seconds)
        except queue.Empty:
            raise ChildFailed('msgraph-soar gave no sign of life for {:g} seconds and was ended.'.format(silence_seconds))
        if line is None:
            raise ChildFailed('msgraph-soar ended before the command was done ({}).'.format(end_of(child)))
        try:
            message = json.loads(line.decode('utf-8'))
        except ValueError:
            message = None
        if not isinstance(message, dict):
            demisto.debug('msgraph-soar wrote a line that is no message.')
        elif take(message, send):
            return


def end_of(child):
    try:
        return 'exit code {}'.format(child.wait(timeout=FAREWELL_SECONDS))
    except subprocess.TimeoutExpired:
        return 'its output was closed'


def fail(text):
    if demisto.command() in SHOWN_ON_INSTANCE:
        raise RuntimeError(text)
    demisto.results({'Type': 4, 'ContentsFormat': 'text', 'Contents': text})


def execute(silence_seconds):
    child = start_child()
    complaints = collections.deque(maxlen=20)
    listening = in_background(lambda: complaints.extend(child.stderr))
    try:
        converse(child, silence_seconds)
        child.stdin.close()
        end_of(child)
    finally:
        # Also where the server ends this script, by sys.exit or otherwise.
        child.kill()
        child.wait()
        listening.join(timeout=1)
        if complaints:
            demisto.debug('msgraph-soar: ' + b''.join(complaints).decode('utf-8', 'replace'))


def execute_without_end(silence_seconds, pause_seconds):
    """Starts the process again whenever it fails. Only the server ends this, by ending the script."""
    while True:
        try:
            execute(silence_seconds)
            problem = 'msgraph-soar ended, though a long-running instance has no end.'
        except Exception as error:
            problem = str(error)
        try:
            demisto.error(problem)
            show_health(problem)
        except Exception:
            pass  # A server that cannot be told now is told after the next failure.
        time.sleep(pause_seconds)


def main(silence_seconds=SILENCE_SECONDS, pause_seconds=PAUSE_SECONDS):
    if demisto.command() == WITHOUT_END:
        return execute_without_end(silence_seconds, pause_seconds)
    try:
        execute(silence_seconds)
    except ChildFailed as failure:
        fail(str(failure))


if __name__ in ('__main__', '__builtin__', 'builtins'):
    main()

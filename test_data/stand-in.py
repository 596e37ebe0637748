"""For tests: runs the shim with an API object that stands in for the server's, and prints what it was told.

Reads one JSON object from the standard input: shim, command, args, params, context, integrationContext, conflicts,
silence, pause, exitIn, exitAt, isOld. The shim is executed the way the server does it, unless a silence or pause is
given, which main() then gets. The script is ended in the call exitIn, when it is reached for the time exitAt (1).
"""
import json
import sys

scenario = json.load(sys.stdin)


class StandIn:
    def __init__(self):
        self.callingContext = {key: scenario.get(key) for key in ('command', 'args', 'params', 'context')}
        self.callingContext['integration'] = True
        self.told = {'results': [], 'log': [], 'context': scenario.get('integrationContext') or {}, 'writes': 0}
        self.told['calls'] = []
        self.conflicts = scenario.get('conflicts', 0)
        self.until_exit = scenario.get('exitAt', 1)

    def _reach(self, name):
        if scenario.get('exitIn') != name:
            return
        self.until_exit -= 1
        if self.until_exit == 0:
            sys.exit(0)

    def command(self):
        return scenario['command']

    def args(self):
        return scenario.get('args') or {}

    def params(self):
        return scenario['params']

    def results(self, what):
        self._reach('results')
        self.told['results'].extend(what if isinstance(what, list) else [what])

    def _log(self, level, texts):
        self.told['log'].append([level] + [str(text) for text in texts])

    def info(self, *texts):
        self._log('info', texts)

    def debug(self, *texts):
        self._log('debug', texts)

    def error(self, *texts):
        self._log('error', texts)

    def updateModuleHealth(self, err, is_error=False):
        self.told['calls'].append(['updateModuleHealth', err, is_error])
        self._reach('updateModuleHealth')

    def createIncidents(self, incidents, lastRun=None, userID=None):
        self.told['calls'].append(['createIncidents', incidents])
        return [dict(incident, id=str(40 + index)) for index, incident in enumerate(incidents)]

    def addEntry(self, id, entry, username=None, email=None, footer=None):
        self.told['calls'].append(['addEntry', id, entry, username, email, footer])
        if id == '0':
            raise ValueError('There is no incident 0')

    def _version(self):
        return {'version': self.told['writes'] + 1, 'sequenceNumber': self.told['writes'], 'primaryTerm': 1}

    def getIntegrationContextVersioned(self, refresh=False):
        self._reach('getIntegrationContextVersioned')
        return {'context': self.told['context'], 'version': self._version()}

    def setIntegrationContextVersioned(self, value, version, sync=False):
        if not sync:
            raise TypeError('A token must be kept at once.')
        if self.conflicts > 0 or version != self._version():
            self.conflicts -= 1
            raise ValueError('DB Version 8 does not match')
        self.told['context'] = value
        self.told['writes'] += 1


class OldStandIn(StandIn):
    """A server that knows no mark for errors."""

    def updateModuleHealth(self, err):
        StandIn.updateModuleHealth(self, err, None)


api = OldStandIn() if scenario.get('isOld') else StandIn()
source = scenario['shim']
seconds = {key + '_seconds': scenario[key] for key in ('silence', 'pause') if key in scenario}
names = {'demisto': api, '__name__': 'shim' if seconds else '__main__'}
raised = None
try:
    exec(compile(source, 'shim.py', 'exec'), names)
    if seconds:
        names['main'](**seconds)
except SystemExit as end:
    raised = 'SystemExit {}'.format(end.code)
except Exception as error:
    raised = '{}: {}'.format(type(error).__name__, error)
api.told['raised'] = raised
json.dump(api.told, sys.stdout)

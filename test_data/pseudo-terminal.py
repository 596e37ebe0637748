"""Runs a command on a pseudo-terminal. JSON lines on the input steer it: {"type": text} or {"resize": [rows, columns]}.
What the terminal shows goes to the output as it is; the exit code is the command's."""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios


def resize(terminal, rows, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def main():
    rows, columns, command = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    begin, go = os.pipe()
    child, terminal = pty.fork()
    if child == 0:
        # Not before the terminal has its size.
        os.read(begin, 1)
        os.execvp(command[0], command)
    resize(terminal, rows, columns)
    os.write(go, b"x")
    pending = b""
    while True:
        readable, _, _ = select.select([terminal, 0], [], [])
        if terminal in readable:
            try:
                shown = os.read(terminal, 65536)
            except OSError:
                break
            if not shown:
                break
            os.write(1, shown)
        if 0 in readable:
            steering = os.read(0, 65536)
            if not steering:
                os.kill(child, signal.SIGKILL)
                break
            *lines, pending = (pending + steering).split(b"\n")
            for line in lines:
                order = json.loads(line)
                if "type" in order:
                    os.write(terminal, order["type"].encode())
                else:
                    resize(terminal, *order["resize"])
    _, status = os.waitpid(child, 0)
    sys.exit(os.waitstatus_to_exitcode(status) % 256)


main()

"""A kernel forked from a process that has everything imported, reached over sockets in a private folder.

A kernel started afresh spends half a second on itself and two on imports; a forked one nothing. Sockets
are files (IPC): over TCP, kernels that start together race for ports (papermill's issue 511).
Where processes are not forked (macOS, Windows) the same code starts a new one.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from analysis.reports.run.reads import write_reads
from analysis.reports.run.trees import end_at_once_with, offer_first

FORKS = sys.platform == "linux"
SOCKETS = "ipc" if os.name == "posix" else "tcp"


class SpareKernel:
    """A process that waits to become a kernel.

    Make it before the process has threads or an event loop: it is forked off at once, and told
    only later which connection to serve. reads: file that it notes the files in that it opens.
    """

    def __init__(self, reads: Path) -> None:
        context = multiprocessing.get_context("fork" if FORKS else "spawn")
        inlet, self._outlet = context.Pipe(duplex=False)
        self.process = context.Process(target=_serve, args=(inlet, self._outlet, str(reads), os.getpid()), daemon=True)
        self.process.start()
        inlet.close()

    def killed_by(self) -> int | None:
        """The signal that killed it, if one did."""
        code = self.process.exitcode
        return -code if code is not None and code < 0 else None

    def begin(self, arguments: list[str], folder: str) -> None:
        """Let it serve: arguments of ipykernel, and the folder to work in."""
        self._outlet.send((arguments, folder))
        self._outlet.close()


def manager_class(spare: SpareKernel, folder: Path) -> type[AsyncKernelManager]:
    """Build the kernel manager for one notebook: it uses the spare kernel, with its sockets in the folder."""

    class Manager(AsyncKernelManager):
        """Starts the spare kernel instead of a new process, whatever kernels are installed elsewhere."""

        def __init__(self, **settings: object) -> None:
            super().__init__(**settings)
            self.transport, self.connection_file = SOCKETS, str(folder / "kernel.json")
            if SOCKETS == "ipc":
                self.ip = str(folder / "s")
            self._kernel_spec = KernelSpec(
                argv=["-f", "{connection_file}"], display_name="Python 3 (ipykernel)", language="python"
            )
            self.provisioner = _SpareProvisioner(kernel_id="spare", kernel_spec=self._kernel_spec, parent=self)
            self.provisioner.spare = spare

    return Manager


class _SpareProvisioner(LocalProvisioner):
    """Hands a waiting process to jupyter_client as the kernel's."""

    spare: SpareKernel

    async def launch_kernel(self, cmd: list[str], **settings: object) -> dict:
        """Tell the waiting process which connection to serve."""
        self.process = _Popen(self.spare.process)
        self.pid = self.pgid = self.process.pid
        self.cwd = Path.cwd()
        self.spare.begin(cmd, str(self.cwd))
        return self.connection_info


class _Popen:
    """What jupyter_client asks of a subprocess, answered by a multiprocessing one."""

    stdin = stdout = stderr = None

    def __init__(self, process: multiprocessing.process.BaseProcess) -> None:
        self._process, self.pid = process, process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int | None:
        self._process.join(timeout)
        return self._process.exitcode

    def send_signal(self, signum: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, signum)

    def terminate(self) -> None:
        self._process.terminate()

    def kill(self) -> None:
        self._process.kill()


def _serve(inlet: Connection, outlet: Connection, reads: str, parent: int) -> None:
    """Wait for a connection to serve, serve it until told to shut down, then end at once."""
    outlet.close()
    end_at_once_with(parent)
    if os.name == "posix":
        os.setsid()  # its own group: Ctrl-C goes to the command alone
    offer_first()
    write_reads(Path(reads))
    try:
        arguments, folder = inlet.recv()
    except EOFError:
        os._exit(0)
    os.chdir(folder)
    sys.modules.setdefault("debugpy", None)  # nobody debugs a report's kernel: a fifth of a second saved
    from ipykernel.kernelapp import IPKernelApp

    # the parent's number: ipykernel ends itself when that process is gone
    quiet = ["--log-level=CRITICAL", f"--IPKernelApp.parent_handle={parent}"]
    IPKernelApp.launch_instance(argv=[*arguments, *quiet])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)

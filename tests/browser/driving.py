"""A real JupyterLab on a copy of the project, driven in the Chromium that is installed."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
TOKEN = "browser"
CHROMIUM = os.environ.get("FRAMING_BROWSER") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = (
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
# all cells are in the page at once, seen or not, so that it can be looked through
ALL_CELLS = '{"windowingMode": "none"}'
WIDE, HIGH, HIGHEST = 1400, 1000, 16_000  # pixels


def copy_project(folder: Path) -> Path:
    """Copy what git keeps of the project, as it is now, into a repository of its own."""
    kept = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(kept, cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "as it is")):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@x", *command], cwd=folder, check=True)
    return folder


def changed_in(folder: Path) -> list[str]:
    """What git would say has changed."""
    said = subprocess.run(["git", "status", "--porcelain"], cwd=folder, capture_output=True, text=True, check=True)
    return said.stdout.splitlines()


@contextmanager
def running_lab(project: Path, home: Path):
    """`framing lab` on a project, with settings of nobody; gives its address and the file of what it says."""
    settings = home / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text(ALL_CELLS)
    port, log = free_port(), home / "lab.log"
    tool = Path(sys.executable).with_name("framing")
    command = [
        str(tool), "lab", "--project", str(project), "--no-browser", "--port", str(port),
        f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True",
        f"--LabApp.user_settings_dir={home / 'settings'}", f"--LabApp.workspaces_dir={home / 'workspaces'}",
    ]  # fmt: skip
    own = {name: str(home / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    with log.open("w") as said:
        server = subprocess.Popen(
            command, stdout=said, stderr=said, env=os.environ | own, cwd=project, start_new_session=True
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/api", server)
        yield f"http://127.0.0.1:{port}", log
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(address: str, server: subprocess.Popen, seconds: float = 60) -> None:
    """Wait until a server answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"{address} does not answer")


@contextmanager
def running_browser():
    """A page of Chromium, and what went wrong in it: errors of scripts, and requests that left this machine."""
    wrong: list[str] = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("request", lambda asked: wrong.extend(_foreign(asked.url)))
        yield page, wrong
        browser.close()


def _foreign(address: str) -> list[str]:
    local = address.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))
    return [] if local else [f"request: {address}"]


BOOK = "window.jupyterapp.shell.currentWidget.content"
SHEET = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer"


class Lab:
    """JupyterLab in a page: open a notebook, run it, look at it, type into it."""

    def __init__(self, page: Page, address: str, shots: Path) -> None:
        self.page, self.address, self.shots = page, address, shots

    def open(self, path: str) -> None:
        """Open a notebook and wait for its kernel."""
        self.page.goto(f"{self.address}/lab/tree/{path}?token={TOKEN}&reset")
        self.page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.sessionContext !== undefined")
        self.page.evaluate(
            """async () => {
                const context = window.jupyterapp.shell.currentWidget.sessionContext;
                await context.ready;
                while (context.session?.kernel?.status !== 'idle') await new Promise(done => setTimeout(done, 100));
            }"""
        )

    def command(self, name: str) -> None:
        """Do what an entry of a menu does, and wait until it is done."""
        self.page.evaluate("name => window.jupyterapp.commands.execute(name)", name)

    def run_all(self) -> list[dict]:
        """Run all cells; gives them with their outputs."""
        self.command("notebook:run-all-cells")
        return self.cells()

    def cells(self) -> list[dict]:
        """The cells as the page has them now."""
        return self.page.evaluate(f"() => {BOOK}.model.toJSON().cells")

    def pictures(self) -> list[dict]:
        """The charts on the page: what they are called, how wide they are shown, and how many pixels they have.

        Drawings of lines within cards and tables are sharp at any size, and say nothing beside the numbers.
        """
        return self.page.evaluate(
            """async () => {
                const seen = [...document.querySelectorAll('.jp-OutputArea-output img')]
                    .filter(one => !one.src.startsWith('data:image/svg'));
                await Promise.all(seen.map(one => one.decode()));
                return seen.map(one => ({alt: one.alt, shown: one.clientWidth, pixels: one.naturalWidth}));
            }"""
        )

    def follow(self, link: str) -> float:
        """Follow a link to a place in the notebook; gives how far under the window's upper edge the place is then."""
        found = self.page.locator(link).first
        place = found.get_attribute("href").rpartition("#")[2]
        found.click()
        self.page.wait_for_timeout(1000)
        return self.page.locator(f"a[id='{place}'], a[data-jupyter-id='{place}']").first.bounding_box()["y"]

    def run(self, code: str) -> list[dict]:
        """Type code into a new cell at the end and run it; gives its outputs."""
        self.type(code)
        self.command("notebook:run-cell")
        return self.cells()[-1]["outputs"]

    def type(self, code: str) -> None:
        """Type code into a new cell at the end."""
        self.page.keyboard.press("Escape")
        self.page.evaluate(f"() => {{ {BOOK}.activeCellIndex = {BOOK}.widgets.length - 1; }}")
        self.command("notebook:insert-cell-below")
        self.command("notebook:enter-edit-mode")
        self.page.keyboard.type(code)

    def complete(self, code: str) -> list[str]:
        """Type code and press Tab; gives what is offered."""
        self.type(code)
        self.page.keyboard.press("Tab")
        try:
            self.page.wait_for_selector(".jp-Completer-item .jp-Completer-match", timeout=20_000)
        finally:
            self.shoot("completion")
        self.page.wait_for_timeout(500)  # one of several sources may come later
        found = [item.inner_text() for item in self.page.query_selector_all(".jp-Completer-item .jp-Completer-match")]
        self.page.keyboard.press("Escape")
        return found

    def look_up(self, code: str) -> str:
        """Type code and press Shift-Tab; gives what is shown."""
        self.type(code)
        self.page.keyboard.press("Shift+Tab")
        return self.page.wait_for_selector(".jp-Tooltip").inner_text()

    def shoot(self, name: str, whole: bool = False) -> None:
        """Take a picture of the window, or of the whole notebook."""
        if whole:
            high = self.page.evaluate("sheet => document.querySelector(sheet).scrollHeight", SHEET)
            self.page.set_viewport_size({"width": WIDE, "height": min(high + 200, HIGHEST)})
            self.page.wait_for_timeout(500)
            self.page.evaluate("sheet => { document.querySelector(sheet).scrollTop = 0; }", SHEET)
        self.page.screenshot(path=self.shots / f"{name}.png")
        self.page.set_viewport_size({"width": WIDE, "height": HIGH})

    def close(self) -> None:
        """Save, and end the kernel."""
        self.command("docmanager:save")
        self.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")

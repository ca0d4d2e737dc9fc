"""A real JupyterLab in a real browser, and what a learner does there: open a notebook, type, press, turn a handle."""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import CHROMIUMS
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from autograder.source import ROOT

SHOTS = ROOT / "build" / "screenshots"
TOKEN = secrets.token_hex()  # others on this machine shall not get in
PATIENCE = 240  # seconds, for a machine that is busy with other tests


@contextmanager
def browser() -> Iterator[Browser]:
    """Headless Chromium, the one that this machine has."""
    expect.set_options(timeout=1000 * PATIENCE)
    options = [] if os.name != "posix" or os.geteuid() else ["--no-sandbox"]  # root has to
    path = next(filter(None, map(shutil.which, CHROMIUMS)))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=options)
        yield started
        started.close()


@contextmanager
def lab(course: Path, *options: str) -> Iterator[str]:
    """`workbook lab` on this copy of the course, with a home of its own; its address."""
    port = free_port()
    settings = {"PYTHONPATH": str(course), "HOME": str(course / "home"), "JUPYTER_TOKEN": TOKEN, "WORKBOOK_DB": ""}
    here = ["--no-browser", "--allow-root", f"--port={port}", "--ServerApp.port_retries=0", "--expose-app-in-browser"]
    command = [sys.executable, "-m", "autograder.cli", "lab", *options, *here]
    environment = os.environ | settings
    environment.pop("JUPYTER_CONFIG_PATH", None)
    (course / "home").mkdir(exist_ok=True)
    with (course / "lab.log").open("w") as log:
        server = subprocess.Popen(command, cwd=course, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            yield answering(f"http://localhost:{port}", server, course / "lab.log")
        finally:
            server.terminate()
            server.wait(30)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def answering(address: str, server: subprocess.Popen, log: Path) -> str:
    """The address, once its server answers; what the server printed, if it ends instead."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/api", timeout=5).close()
            return address
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(log.read_text())


def new_page(browser: Browser, elsewhere: list[str]) -> Page:
    """A page that can reach this machine alone; what it asks of others is refused, and noted in `elsewhere`."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.set_default_timeout(1000 * PATIENCE)

    def refuse(route) -> None:
        elsewhere.append(route.request.url)
        route.abort()

    page.route(lambda url: not url.startswith(("http://localhost:", "data:", "blob:")), refuse)
    return page


def photograph(name: str, *parts: Locator, margin: int = 4) -> None:
    """A picture of the page's stretch with these parts, in build/screenshots."""
    page = parts[0].page
    boxes = [one.bounding_box() for part in parts for one in part.all()]
    left, top = (max(0, min(box[side] for box in boxes) - margin) for side in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes) + margin
    bottom = max(box["y"] + box["height"] for box in boxes) + margin
    SHOTS.mkdir(parents=True, exist_ok=True)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    page.screenshot(path=SHOTS / f"{name}.png", clip=clip)


# In the page: the open notebook, and its cell of a name, brought into view and marked with that name.
OPENED = """path => {
    const opened = window.jupyterapp?.shell.currentWidget;
    return opened?.context?.path?.endsWith(path) && opened.content?.widgets?.length > 1;
}"""
KERNEL = "() => jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
MARK = """async name => {
    const notebook = jupyterapp.shell.currentWidget.content;
    const place = notebook.widgets.findIndex(cell => cell.model.id === name);
    await notebook.scrollToItem(place, 'center');
    notebook.widgets[place].node.dataset.name = name;
}"""
NUMBER = """name => jupyterapp.shell.currentWidget.content.widgets.find(cell => cell.model.id === name)
    .model.executionCount"""
LATER = """([name, number]) => { const now = (NUMBER)(name); return now !== null && now !== number; }""".replace(
    "NUMBER", NUMBER
)
ALL_RUN = """() => jupyterapp.shell.currentWidget.content.widgets.every(
    cell => cell.model.type !== 'code' || !cell.model.sharedModel.source.trim() || cell.model.executionCount !== null)
    && jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"""
IMAGE = """([name, before]) => {
    const source = document.querySelector(`[data-name="${name}"] .jp-OutputArea-output img`)?.src;
    return source !== before && source;
}"""
OUTPUTS = """() => jupyterapp.shell.currentWidget.content.widgets
    .filter(cell => cell.model.type === 'code').flatMap(cell => cell.model.outputs.toJSON())"""


class Notebook:
    """A notebook that is open in JupyterLab."""

    def __init__(self, page: Page, address: str, path: str = "") -> None:
        """Open a notebook under the course's folder, or the one that `workbook lab` opens by itself.

        Each has a workspace of its own: in another's, that one's notebooks would come back and take its place.
        """
        self.page = page
        place = f"lab/workspaces/{Path(path).stem}/tree/{path}?reset&" if path else "?"
        page.goto(f"{address}/{place}token={TOKEN}")
        page.wait_for_function(OPENED, arg=path or ".ipynb")
        page.wait_for_function(KERNEL)

    def menu(self, *names: str) -> None:
        """Choose an entry of the menu bar, submenu by submenu."""
        self.page.locator(".lm-MenuBar-item", has_text=names[0]).click()
        for name in names[1:]:
            self.page.locator(".lm-Menu-item", has=self.page.get_by_text(name, exact=True)).click()

    def run_all(self) -> None:
        """Run all cells, by the menu, until the last is done."""
        self.menu("Run", "Run All Cells")
        self.page.wait_for_function(ALL_RUN)

    def errors(self) -> list[str]:
        """What the cells raised."""
        return [output["evalue"] for output in self.page.evaluate(OUTPUTS) if output["output_type"] == "error"]

    def pictures(self) -> list[str]:
        """The <img> elements that the cells show."""
        shown = (str(output.get("data", {}).get("text/html", "")) for output in self.page.evaluate(OUTPUTS))
        return [element for text in shown for element in re.findall("<img[^>]*>", text)]

    def cell(self, name: str) -> Locator:
        """A cell, in view."""
        self.page.evaluate(MARK, name)
        return self.page.locator(f'[data-name="{name}"]')

    def output(self, name: str) -> Locator:
        """What stands under a cell."""
        return self.cell(name).locator(".jp-OutputArea-output").last

    def drawn(self, name: str) -> Locator:
        """The picture under a cell, with its handles."""
        return self.output(name).locator("img, button, .widget-hslider")

    def run(self, name: str) -> None:
        """Press the toolbar's button on a cell, and wait until it is done."""
        before = self.page.evaluate(NUMBER, name)
        self.cell(name).locator(".jp-InputPrompt").click()
        self.page.locator('.jp-NotebookPanel-toolbar [data-command="notebook:run-cell-and-select-next"]').click()
        self.page.wait_for_function(LATER, arg=[name, before])
        self.page.wait_for_function(KERNEL)

    def write(self, name: str, line: str) -> None:
        """Type a line in place of a cell's last one."""
        self.cell(name).locator(".cm-line").last.click()
        for key in ("Home", "Shift+End"):  # Home goes to where the line's text begins
            self.page.keyboard.press(key)
        self.page.keyboard.type(line)

    def answer(self, exercise: str, line: str) -> Locator:
        """Type a line in place of an answer's last one, run that cell and its check; the check's panel."""
        self.write(f"{exercise}-code", line)
        self.run(f"{exercise}-code")
        self.run(exercise)
        return self.output(exercise)

    def turn(self, name: str, handle: int = 0) -> None:
        """Move a cell's slider by a key, and wait until the picture under it is another."""
        slider = self.output(name).locator(".noUi-handle").nth(handle)
        before = self.page.wait_for_function(IMAGE, arg=[name, ""]).json_value()
        slider.press("ArrowRight")
        self.page.wait_for_function(IMAGE, arg=[name, before])

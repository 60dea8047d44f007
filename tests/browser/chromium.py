"""Drives a headless Chromium by its DevTools protocol over a pipe: nothing but Python's standard library is needed."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time


def installed():
    """The browser's path, or none."""
    return next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


class Chromium:
    """One browser with one page."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self.to_browser = os.pipe()
        self.from_browser, from_browser = os.pipe()

        def connect():
            # The protocol's two ends are descriptors 3 and 4, by definition.
            high = [os.dup(end) for end in (to_browser, from_browser)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [installed(), "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             "--hide-scrollbars", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
             f"--user-data-dir={self.folder.name}", "about:blank"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.read = b""
        self.events = []
        self.session = None
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network", "Accessibility"]:
            self.call(f"{domain}.enable")

    def close(self):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def message(self):
        while b"\0" not in self.read:
            more = os.read(self.from_browser, 1 << 20)
            if not more:
                raise RuntimeError("Chromium is gone")
            self.read += more
        message, self.read = self.read.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        """Calls the page, or the frame that has this session; before there is a page, the browser."""
        self.number += 1
        call = {"id": self.number, "method": method, "params": parameters}
        if session or self.session:
            call["sessionId"] = session or self.session
        os.write(self.to_browser, json.dumps(call).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            self.events.append(message)

    def wait_for(self, event):
        while not any(message.get("method") == event for message in self.events):
            self.events.append(self.message())

    def open(self, url):
        """Loads a page; forgets what the one before said."""
        self.events = []
        self.call("Page.navigate", url=url)
        self.wait_for("Page.loadEventFired")

    def run(self, expression, frame=None):
        """The value of a JavaScript expression in the page, or in a frame of it."""
        result = self.call("Runtime.evaluate", session=frame, expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def frame(self):
        """The sandboxed frame in the page, which is a process of its own: its session."""
        self.call("Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=False, flatten=True)
        self.wait_for("Target.attachedToTarget")
        attached = [event["params"]["sessionId"] for event in self.events
                    if event.get("method") == "Target.attachedToTarget"]
        for domain in ["Runtime", "Log"]:
            self.call(f"{domain}.enable", session=attached[-1])
        return attached[-1]

    def until(self, expression, seconds=20, frame=None):
        """Waits for an expression to be true."""
        end = time.monotonic() + seconds
        while not self.run(expression, frame):
            if time.monotonic() > end:
                raise RuntimeError(f"never true: {expression}")
            time.sleep(0.05)

    def press(self, key, code=None, text=None):
        extra = {"text": text} if text else {}
        codes = {"Tab": 9, "Enter": 13, " ": 32}
        for kind in ["keyDown", "keyUp"]:
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=code or key,
                      windowsVirtualKeyCode=codes.get(key, 0), **extra)

    def screen(self, width=1280, height=900, theme="light", media="", mobile=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": theme}])

    def picture(self, file, whole=True):
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole, **(
            {"clip": {"x": 0, "y": 0, "width": self.run("innerWidth"),
                      "height": self.run("document.documentElement.scrollHeight"), "scale": 1}} if whole else {}))
        with open(file, "wb") as out:
            out.write(base64.b64decode(data["data"]))

    def complaints(self):
        """What the page put on the console, threw, or asked of the network."""
        self.run("0")
        said = []
        for event in self.events:
            parameters = event.get("params", {})
            match event.get("method"):
                case "Runtime.consoleAPICalled" if parameters["type"] in ("error", "warning", "assert"):
                    said.append(json.dumps(parameters["args"]))
                case "Runtime.exceptionThrown":
                    said.append(json.dumps(parameters["exceptionDetails"])[:500])
                case "Log.entryAdded" if parameters["entry"]["level"] in ("error", "warning"):
                    said.append(parameters["entry"]["text"])
                case "Page.javascriptDialogOpening":
                    said.append(f"a dialog: {parameters['message']}")
        return said

    def requests(self):
        """The addresses that the page asked for."""
        sent = (event for event in self.events if event.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]

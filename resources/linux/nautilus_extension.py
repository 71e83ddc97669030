"""“Send with Tallystick” in the menu of Nautilus, where its Python extensions are installed."""

import subprocess

from gi.repository import GObject, Nautilus

PROGRAM = "tallystick"


class SendWithTallystick(GObject.GObject, Nautilus.MenuProvider):
    def get_file_items(self, *arguments):
        """The last argument is the selection; before Nautilus 43 a window came first."""
        paths = [file.get_location().get_path() for file in arguments[-1]]
        if not paths or None in paths:  # something without a path, on a share that is not mounted
            return []
        item = Nautilus.MenuItem(name="Tallystick::send", label="Send with Tallystick")
        item.connect("activate", self._send, paths)
        return [item]

    def _send(self, _item, paths):
        subprocess.Popen([PROGRAM, "--", *paths], start_new_session=True)

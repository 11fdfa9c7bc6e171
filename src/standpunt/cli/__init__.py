"""The command line: parse, call one function, print. Only this package prints and exits.

Exit status: 0 all is well; 1 an error, told in one line; 2 the command was not understood; 3 the build is
done but something was set aside; 130 stopped by the keyboard.
"""

from standpunt.cli.main import app, main

__all__ = ["app", "main"]

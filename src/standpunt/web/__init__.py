"""A dossier on screen: pages to read in, made anew at each visit from the file that is there.

    serve(Path("dossier.db"), host="127.0.0.1", port=8000)

`app.create` puts it together. A page is a module of `pages`: a route, its context (a frozen dataclass) and what makes
it of the store's rows; it has a template of its name, words in `messages` and, where it needs them, a style and a
module of `static`. Every page works without a script; nothing comes from another host."""

from standpunt.web.app import create, serve

__all__ = ["create", "serve"]

"""NITF, NewsML-G2 and ninjs by the formatters of Superdesk, a newsroom's system; called by make.sh with its folder.

They run alone: no server, no database. What they would import from there stands aside.
"""
import importlib.abc
import importlib.machinery
import json
import sys
from datetime import date, datetime, time, timezone
from enum import Enum
from pathlib import Path
from unittest.mock import MagicMock

head, source = Path("article.md").read_text(encoding="utf-8").split("---\n", 2)[1:]
facts = dict(line.split(": ", 1) for line in head.splitlines())
html = Path("pandoc.html").read_text(encoding="utf-8")
body = html[html.index("</header>") + 9:html.index("</body>")].strip()
moment = datetime.combine(date.fromisoformat(facts["date"]), time(8, 30), timezone.utc)

root = Path(sys.argv[1])
sys.path.insert(0, str(root))
KEPT = ("superdesk.publish.formatters", "superdesk.metadata.item", "superdesk.metadata.packages", "superdesk.text_utils", "superdesk.etree", "superdesk.utc")
ASIDE = ("superdesk", "apps", "flask", "eve", "arrow", "bson", "flask_babel", "jinja2", "simple_idml", "PIL", "werkzeug", "content_api")


class Aside(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] not in ASIDE or any(name == kept or name.startswith(kept + ".") for kept in KEPT):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        module = MagicMock(name=spec.name)
        module.__path__ = [str(root / spec.name.replace(".", "/"))]
        module.__all__ = []
        return module

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, Aside())
import flask
import superdesk

superdesk.utils = sys.modules.setdefault("superdesk.utils", MagicMock())
superdesk.utils.SuperdeskBaseEnum = Enum
superdesk.utils.json_serialize_datetime_objectId = lambda value: value.strftime("%Y-%m-%dT%H:%M:%S+0000")
superdesk.config.VERSION = "version"
flask.current_app.config.get.side_effect = lambda key, default=None: default
superdesk.get_resource_service.return_value.generate_sequence_number.return_value = 1
superdesk.get_resource_service.return_value.get_rightsinfo.return_value = {
    "copyrightholder": facts["publisher"], "copyrightnotice": "", "usageterms": ""}
superdesk.get_resource_service.return_value.get.return_value = []

from superdesk.publish.formatters.newsml_g2_formatter import NewsMLG2Formatter
from superdesk.publish.formatters.ninjs_formatter import NINJSFormatter
from superdesk.publish.formatters.nitf_formatter import NITFFormatter

from superdesk.publish.formatters import newsml_g2_formatter

newsml_g2_formatter.get_newsml_provider_id = lambda: facts["publisher"]
newsml_g2_formatter.utcnow = lambda: moment
item = {
    "type": "text", "guid": facts["url"], "version": 1, "state": "published", "pubstatus": "usable", "language": "en",
    "headline": facts["title"], "byline": "By " + facts["author"], "source": facts["publisher"], "body_html": body,
    "firstcreated": moment, "versioncreated": moment, "slugline": "pier", "urgency": 3, "priority": 6,
}
for name, formatter in (("superdesk.nitf", NITFFormatter()), ("superdesk.newsml", NewsMLG2Formatter()), ("superdesk.ninjs", NINJSFormatter())):
    formatter.set_destination({}, {})
    (_, text), = formatter.format(dict(item), {"_id": 1})
    Path(name).write_text(text if isinstance(text, str) else text.decode(), encoding="utf-8")

"""Pages opened as a browser would, on a store that the test fills row by row."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ingest import ingest
from dashboard.pages import PAGES
from dashboard.workspace import Workspace
from tests.ingest.shared import shared_readers

MAIN = PAGES[0].path.with_name("main.py")
WORDS = (
    "title",
    "header",
    "subheader",
    "caption",
    "markdown",
    "info",
    "success",
    "warning",
    "error",
)


class OpenPage:
    """A page as it stands after it has run."""

    def __init__(self, app: AppTest) -> None:
        self.app = app

    @property
    def html(self) -> str:
        """All that the page drew as HTML."""
        return "\n".join(one.proto.body for one in self.app.main.get("html"))

    @property
    def text(self) -> str:
        """All that a person reads on the page, the sidebar left out."""
        said = [str(one.value) for kind in WORDS for one in getattr(self.app.main, kind)]
        return "\n".join([*said, unescape(re.sub(r"<[^>]+>", " ", self.html))])

    @property
    def links(self) -> list[str]:
        """Where the page leads, in the order drawn."""
        return [unescape(one) for one in re.findall(r'href="([^"]*)"', self.html)]


@pytest.fixture
def open_page(tmp_path, monkeypatch):
    """``open_page("unit", as_of="2021-07-01", unit="甲单位")`` on the store of the test."""
    monkeypatch.setenv("DUDAO_WORKSPACE", str(tmp_path))

    def opened(slug: str, as_of: str = "2021-07-01", **choices: str) -> OpenPage:
        app = AppTest.from_file(str(MAIN), default_timeout=30)
        for name, value in {"as_of": as_of, **choices}.items():
            app.query_params[name] = value
        if slug != "overview":
            app.switch_page(f"{slug}.py")
        app.run()
        assert not app.exception, app.exception
        return OpenPage(app)

    return opened


@pytest.fixture
def plan(store):
    """A small plan in the store: three units, two phases, two tasks."""
    for unit, enforces, liaison in (
        ("甲单位", True, "张三"), ("乙单位", True, None), ("丙科", False, "李四")
    ):  # fmt: skip
        store.add(
            "unit", unit=unit, short_name=unit[:1], category="bureau_unit", enforces=enforces,
            liaison=liaison,
        )  # fmt: skip
    store.add(
        "phase", phase_id="1", name="进行动员部署", starts_on="2021-05-01", ends_on="2021-05-31",
        deliverables="创建台账", basis="五(一)",
    )  # fmt: skip
    store.add(
        "phase", phase_id="2", name="开展集中督导", starts_on="2021-06-01", ends_on="2021-12-31",
        basis="五(二)",
    )  # fmt: skip
    store.add(
        "phase", phase_id="3", name="收集印证资料", starts_on="2021-06-20", ends_on="2021-08-10",
        basis="五(三)",
    )  # fmt: skip
    store.add("phase", phase_id="5", name="营造创建氛围", basis="五(五)")
    for number, area, title, basis in (
        ("4.1.2", "依法全面履行政府职能", "落实权责清单制度", "四(一)2"),
        ("4.4.1", "行政执法严格规范公正文明", "加强行政执法规范化建设", "四(四)1"),
    ):
        store.add("task", task_id=number, area=area, title=title, basis=basis)
    return store


@pytest.fixture(scope="session")
def planned(tmp_path_factory):
    """A workspace into which nothing but the plan has come: reading it takes a while."""
    workspace = Workspace(tmp_path_factory.mktemp("planned"))
    ingest(workspace, received_at=lambda _: dt.datetime(2021, 5, 28, 9))
    return workspace


@pytest.fixture
def planned_workspace(planned, tmp_path, monkeypatch):
    """A workspace of the test's own that knows the plan, with workers that stay."""
    monkeypatch.setattr("dashboard.ingest.run.Readers", shared_readers)
    monkeypatch.setattr("dashboard.ingest.actions.Readers", shared_readers)
    monkeypatch.setenv("DUDAO_WORKSPACE", str(tmp_path))
    shutil.copytree(planned.root, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path)

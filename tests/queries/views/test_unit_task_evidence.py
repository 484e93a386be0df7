import pytest

COLUMNS = "select is_evidenced, count_materials, provision from unit_task_evidence"


@pytest.mark.parametrize(
    ("provisions", "found"),
    [
        ([], (False, 0, None)),
        (["missing"], (False, 1, "missing")),
        ([None], (False, 1, None)),
        (["missing", "statement"], (True, 2, "statement")),
        (["statement", "on_site"], (True, 2, "on_site")),
        (["on_site", "uploaded"], (True, 2, "uploaded")),
    ],
)
def test_the_best_of_a_tasks_materials_counts(store, provisions, found):
    store.add("task_progress", task_id="4.1.1")
    for n, provision in enumerate(provisions):
        store.add("evidence", task_id="4.1.1", title=f"{n}", form="document", provision=provision)
    assert store.sql(COLUMNS) == [found]


def test_a_place_stands_for_a_blank_provision(store):
    store.add("task_progress", task_id="4.1.1")
    store.add("evidence", task_id="4.1.1", title="通知", location="档案室")
    assert store.sql(COLUMNS) == [(True, 1, "uploaded")]


@pytest.mark.parametrize(("note", "noted"), [("已召开会议", True), (None, False), ("无", False)])
def test_results_are_reported_in_words(store, note, noted):
    store.add("task_progress", task_id="4.1.1", note=note)
    assert store.sql("select is_noted from unit_task_evidence") == [(noted,)]

"""The directory of units, and which of them a name as written means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from dashboard.intake.model import UnitName
from dashboard.patterns import HAN, lazy_pattern
from dashboard.text import normal

_NEAR = 75.0
_APART = 8.0
_BRACKETS = lazy_pattern(r"\([^()]*\)|[\[\]【】《》\"'“”‘’_]")
_SEAL = lazy_pattern(r"\((?:公章|盖章|签章|章|单位公章|单位盖章)\)|[::]+$|^(?:填报|报送)?单位[::]")
_SUPERIOR = lazy_pattern(
    r"^.{0,24}?(?:文广旅局|文化广电和旅游局|文旅局|文广旅体局|旅游局|市局|本局|我局|局机关|局)(?=.{2,})"
)
_INSIDE = lazy_pattern(r"\(([^()]{2,30})\)")
_SECTION = lazy_pattern(r"[\u4e00-\u9fff]{1,6}[部室科股组]")
_SEVERAL = lazy_pattern("[、,;/\n\uff0c\uff1b]|和|及")
_UNIT_END = lazy_pattern(
    r"(?:局|馆|站|中心|支队|大队|中队|队|科|室|院|团|所|办|处|台|社|公司|学校|剧团|影院|协会|委员会|机关|部)$"
)
_MAY_PRECEDE = lazy_pattern(
    r"(?:[^\u4e00-\u9fff]|[局市县区省年月度日的由为及和与]|关于|附件|报送|填报|单位)$"
)
_MAY_PRECEDE_REST = lazy_pattern(
    r"(?:[^\u4e00-\u9fff]|[年月度日的由为及]|关于|附件|报送|填报|单位)$"
)
"""The same without the end of a place: that is another place's unit."""
_LONG_ENOUGH = 6
"""Letters of a name without its place that mean this place's unit still."""
_SHORTEST_REST = 2
"""Letters of a short name that mean its unit without the city's: of 市图 one would be left."""
_PLACE = lazy_pattern(rf"{HAN}{{2,3}}?[市县区州盟旗](?!场)")
"""What names of a place's units begin with: 漯河市."""

_RANK = lazy_pattern("支队|总队|大队|中队")
_OF_PLACE = lazy_pattern(r"(?:[市县区](?!场)(?:[\u4e00-\u9fff]{0,8}执法)?)?(?:支队|总队|大队|中队)")
"""What follows the place in the name of a body of that place: 大队, 区文化执法大队."""
_LONGEST_PLACE = 3

How = Literal["exact", "near", "unknown", "ambiguous", "several", "unchecked"]


class UnitMatch(NamedTuple):
    """Which unit a name means, and how that was found."""

    name: str
    """The canonical name; the name as written where no unit is meant."""
    how: How
    near: tuple[str, ...] = ()
    """For ``ambiguous``: the two units that are about equally near."""


@dataclass(slots=True, eq=False)
class Directory:
    """All units by all their names; without any, names are kept as written."""

    units: tuple[UnitName, ...]
    names: dict[str, set[str]] = field(default_factory=dict)
    """Normalised name -> the units that go by it."""
    _elsewhere: dict[str, set[str]] = field(default_factory=dict)
    """The names with their place cut short: 市图书馆, 图书馆, 漯河图书馆."""
    _known: dict[str, UnitMatch] = field(default_factory=dict)
    _is_name: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for unit in self.units:
            for name in (unit.name, unit.short_name, *unit.aliases):
                if name and unit_key(name):
                    self.names.setdefault(unit_key(name), set()).add(unit.name)
        place = _common_place([unit.name for unit in self.units])
        for name in [name for name in self.names if place and name.startswith(place)]:
            rest = name.removeprefix(place)
            for short in (rest, place[-1] + rest, place[:-1] + rest):
                self._elsewhere.setdefault(short, set()).update(self.names[name])
        for name in [name for name in self.names if place and name.startswith(place[-1])]:
            if len(name) > _SHORTEST_REST and name[1:] not in self._elsewhere:
                self._elsewhere[name[1:]] = self.names[name]

    def match(self, written: str) -> UnitMatch:
        """The unit that a cell or line names: by name, else near spelling, else none."""
        known = self._known.get(written)
        if known is None:
            known = self._known[written] = self._match(written)
        return known

    def knows(self, written: str) -> bool:
        """True where the text is a unit's name, letter for letter."""
        if written not in self._is_name:
            self._is_name[written] = len(self.names.get(unit_key(written), ())) == 1
        return self._is_name[written]

    def _match(self, written: str) -> UnitMatch:
        if not self.units:
            return UnitMatch(written, "unchecked")
        found = self._by_name(written)
        inside = self._in_brackets(written) if found.how in ("exact", "near") else None
        if inside and inside != found.name:
            return UnitMatch(written, "ambiguous", (found.name, inside))
        return found

    def _in_brackets(self, written: str) -> str | None:
        """The unit that brackets behind a name give the name of: 执法支队(源汇大队)."""
        match = _INSIDE.search(normal(written))
        units = self.names.get(match[1], set()) if match else set()
        return next(iter(units)) if len(units) == 1 else None

    def _section_of(self, one: str) -> str | None:
        """The unit of which an inner section is named after it: 市图书馆办公室."""
        for end in range(len(one) - 2, 2, -1):
            units = self.names.get(one[:end], set()) if _SECTION.fullmatch(one[end:]) else set()
            if len(units) == 1:
                return next(iter(units))
        return None

    def _by_name(self, written: str) -> UnitMatch:
        one = unit_key(written)
        for name in (one, _SUPERIOR.sub("", one)):
            units = self.names.get(name, set())
            if len(units) == 1:
                return UnitMatch(next(iter(units)), "exact")
            if len(units) > 1:
                first, second = sorted(units)[:2]
                return UnitMatch(written, "ambiguous", (first, second))
        units = self._elsewhere.get(one, set()) or self._called(one)
        if len(units) == 1:
            return UnitMatch(next(iter(units)), "near")
        whole = self._section_of(one)
        if whole is not None:
            return UnitMatch(whole, "near")
        parts = [part for part in _SEVERAL.split(written) if part.strip()]
        if len(parts) > 1:
            named = [self.match(part) for part in parts]
            if len({one.name for one in named if one.how in ("exact", "near")}) > 1:
                return UnitMatch(written, "several")
        return self._near(written, one)

    def without_place(self, piece: str) -> bool:
        """True where the text is one unit's name but for the place that it begins with."""
        return len(self._elsewhere.get(unit_key(piece), ())) == 1

    def called(self, piece: str) -> bool:
        """True where the text is what the bodies of one chain of command call one of them."""
        return len(self._called(unit_key(piece))) == 1

    def _called(self, one: str) -> set[str]:
        """The units of that rank, or of that place and any rank: 支队, 源汇."""
        one = "".join(one.split())
        if _RANK.fullmatch(one):
            return {
                unit for name, units in self.names.items() if name.endswith(one) for unit in units
            }
        if not 2 <= len(one) <= _LONGEST_PLACE:
            return set()
        place = one.rstrip("市县区")
        return {
            unit
            for name, units in self.names.items()
            if name.startswith(place) and _OF_PLACE.fullmatch(name[len(place) :])
            for unit in units
        }

    def _near(self, written: str, one: str) -> UnitMatch:
        ranked: dict[str, float] = {}
        for name, units in self.names.items():
            ratio = _likeness(one, name)
            for unit in units:
                ranked[unit] = max(ranked.get(unit, 0.0), ratio)
        order = sorted(ranked, key=lambda unit: -ranked[unit])
        if not order or ranked[order[0]] < _NEAR or len(one) < 2:
            return UnitMatch(written, "unknown")
        if len(order) > 1 and ranked[order[0]] - ranked[order[1]] < _APART:
            return UnitMatch(written, "ambiguous", (order[0], order[1]))
        return UnitMatch(order[0], "near")

    def inside(self, text: str) -> str | None:
        """The one unit whose name stands in a title, a sheet's name or a file's name."""
        plain = _plain(text)
        hits: list[tuple[int, int, str]] = []
        for name, units in self.names.items():
            at = plain.find(name)
            if at >= 0 and len(units) == 1 and len(name) > 1 and _stands_alone(plain, at, name):
                hits.append((at, at + len(name), next(iter(units))))
        for name, units in self._elsewhere.items():
            at = plain.find(name) if len(name) > _LONG_ENOUGH and len(units) == 1 else -1
            if at >= 0 and (_begins_a_word(text, name) or _MAY_PRECEDE_REST.search(plain[:at])):
                hits.append((at, at + len(name), next(iter(units))))
        widest = [
            hit
            for hit in hits
            if not any(
                other[0] <= hit[0] and hit[1] <= other[1] and other[:2] != hit[:2] for other in hits
            )
        ]
        units_hit = {unit for _, _, unit in widest}
        if len(units_hit) == 1:
            return units_hit.pop()
        if len(units_hit) == 2:
            widest.sort()
            if widest[0][1] == widest[-1][0]:  # the superior's name before the unit's own
                return widest[-1][2]
        return None


@lru_cache(maxsize=2)
def directory_of(units: tuple[UnitName, ...]) -> Directory:
    """The directory of these units, one for all the files that are read by it."""
    return Directory(units)


def _common_place(names: list[str]) -> str:
    """The place that more than one of the names begins with; '' where there is none."""
    places = Counter(match[0] for match in map(_PLACE.match, names) if match)
    place, count = places.most_common(1)[0] if places else ("", 0)
    return place if count > 1 else ""


@lru_cache(maxsize=5_000)
def unit_key(name: str) -> str:
    """A unit's name as names are compared."""
    plain = _SEAL.sub("", normal(name))
    return _BRACKETS.sub("", plain).strip(" .,、-—") or plain


def looks_like_unit(text: str) -> bool:
    """True where a text ends as names of units end: 馆, 科, 支队, 中心."""
    plain = unit_key(text)
    return 2 < len(plain) <= 25 and bool(_UNIT_END.search(plain))


def _plain(text: str) -> str:
    return _BRACKETS.sub(" ", normal(text).replace("(", " ").replace(")", " "))


def _begins_a_word(text: str, name: str) -> bool:
    """True where the name begins the text, or what follows a space in it."""
    return any(_plain(word).startswith(name) for word in text.split())


def _stands_alone(plain: str, at: int, name: str) -> bool:
    """A short name counts only where it is not the end of a longer word: 小组办公室."""
    return len(name) > 4 or at == 0 or bool(_MAY_PRECEDE.search(plain[:at]))


def _likeness(one: str, name: str) -> float:
    ratio = fuzz.ratio(one, name)
    short, long = sorted((one, name), key=len)
    if len(short) >= 3 and _abbreviates(short, long):
        ratio = max(ratio, 80.0 + 10 * len(short) / len(long))
    return float(ratio)


def _abbreviates(short: str, long: str) -> bool:
    """True where the letters of the short name stand in the long one in their order, the
    last of both the same: 执法支队 is short for 文化市场综合行政执法支队."""
    if short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)

"""`functools.cached_property` without its lock, which costs twice what most of ours compute; Python 3.12 has none."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property as lazy
else:

    class lazy:
        """Worked out when it is first asked for, then an attribute of the object."""

        def __init__(self, make: Callable[[Any], Any]) -> None:
            self.make, self.__doc__ = make, make.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, instance: Any, owner: type) -> Any:
            if instance is None:
                return self
            found = instance.__dict__[self.name] = self.make(instance)
            return found


__all__ = ["lazy"]

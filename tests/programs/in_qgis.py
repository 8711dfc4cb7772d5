"""Look at layers with the QGIS that is installed, as its window would; Debian's Python runs it.

In: on standard input a request in JSON: `uri` and `provider` of a layer, and `where`, an expression
of QGIS, or null. Out: `offered`, the layers that the window would offer to add, with their numbers
of features; `crs`; `fields` with their types; `rows`, what meets `where`, the shape under "".
"""

import json
import os
import sys
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeatureRequest,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt


def main() -> None:
    """Answer the request."""
    application = QgsApplication([], False)
    application.initQgis()
    json.dump(_told(**json.load(sys.stdin)), sys.stdout)
    sys.stdout.flush()
    # Its threads may outlive it; nothing is left to be done.
    os._exit(0)


def _told(uri: str, provider: str, where: str | None) -> dict[str, Any]:
    layer = QgsVectorLayer(uri, "layer", provider)
    if not layer.isValid():
        sys.exit(f"QGIS cannot open {uri}")
    wanted = QgsFeatureRequest()
    if where is not None:
        wanted.setFilterExpression(where)
    return {
        "offered": _offered(uri) if provider == "ogr" else {},
        "crs": layer.crs().authid(),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "rows": [_row(layer, feature) for feature in layer.getFeatures(wanted)],
    }


def _offered(uri: str) -> dict[str, int]:
    kinds = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    return {
        f"{one.name()} {QgsWkbTypes.displayString(one.wkbType())}": one.featureCount()
        for one in QgsProviderRegistry.instance().querySublayers(uri, kinds)
    }


def _row(layer: Any, feature: Any) -> dict[str, Any]:
    values = dict(
        zip([field.name() for field in layer.fields()], feature.attributes(), strict=True)
    )
    shape = None if feature.geometry().isNull() else feature.geometry().asWkt(5)
    return {**{name: _plain(value) for name, value in values.items()}, "": shape}


def _plain(value: Any) -> Any:
    if isinstance(value, QDate | QDateTime):
        return value.toString(Qt.ISODate)
    # The null of Qt is an object.
    return None if hasattr(value, "isNull") and value.isNull() else value


if __name__ == "__main__":
    main()

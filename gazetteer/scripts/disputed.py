"""Where Natural Earth draws a line of control, and the United Nations another boundary.

Each row: the country that the source gives the land to, the country whose it is, and an area within
which that holds. Shapes are WGS 84, lon/lat.
"""

import shapely

# The Golan Heights (Security Council resolution 497): bounded in the west and south by the Jordan,
# the Sea of Galilee and the Yarmouk.
_GOLAN = shapely.Polygon(
    [
        (35.62, 33.26), (35.64, 33.20), (35.628, 33.08), (35.628, 32.98), (35.63, 32.90),
        (35.655, 32.84), (35.65, 32.76), (35.655, 32.715), (35.68, 32.70), (35.80, 32.66),
        (36.1, 32.66), (36.1, 33.45), (35.80, 33.45), (35.70, 33.30),
    ]
)  # fmt: skip
# Western Sahara (resolution 34/37): south of 27 degrees 40 minutes.
_WESTERN_SAHARA = shapely.box(-17.3, 20.7, -8.6, 27.667)
# Crimea and Sevastopol (resolution 68/262): the peninsula, east to the Kerch Strait.
_CRIMEA = shapely.Polygon(
    [
        (32.3, 44.2), (36.0, 44.2), (36.58, 45.1), (36.62, 45.32), (36.75, 45.5), (36.5, 45.6),
        (35.4, 46.3), (32.3, 46.3),
    ]
)  # fmt: skip

TRANSFERS = (("RU", "UA", _CRIMEA), ("IL", "SY", _GOLAN), ("MA", "EH", _WESTERN_SAHARA))

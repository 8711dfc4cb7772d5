"""More articles than one machine reads: on a Dask cluster, into a dataset of GeoParquet parts.

The steps: `sources` (blocks of the input), `reading` (a block to a file of reports), `joining` (a
part of the time line to its incidents), `dataset` (the folder), `run` (all of it on a cluster).
"""

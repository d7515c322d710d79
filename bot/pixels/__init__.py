"""The only door to picture bytes: open safely, decode, turn, strip, encode, say where from.

Everything here is synchronous and takes and gives bytes, arrays or frozen values, so that it runs
in a warm child process. Pixels are `stored` as the file holds them or `upright` as people see
them; the orientation (1 to 8, as EXIF numbers them) leads from one to the other.
"""

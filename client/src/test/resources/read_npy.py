"""Reads a .npy file without NumPy and prints one line a row: field=value, bytes in hexadecimal.

Written from the description of the format, so that it judges the Java code and shares nothing with it.
"""

import ast
import struct
import sys

LETTERS = {
    "i1": "b", "i2": "h", "i4": "i", "i8": "q",
    "u1": "B", "u2": "H", "u4": "I", "u8": "Q",
    "f2": "e", "f4": "f", "f8": "d",
}

with open(sys.argv[1], "rb") as file:
    assert file.read(6) == b"\x93NUMPY"
    major, minor = file.read(2)
    length, = struct.unpack("<H" if major == 1 else "<I", file.read(2 if major == 1 else 4))
    header = file.read(length)
    assert file.tell() % 64 == 0, file.tell()
    assert header.endswith(b"\n")
    description = ast.literal_eval(header.decode("utf-8" if major == 3 else "latin1"))
    rows, = description["shape"]
    assert description["fortran_order"] is False
    print("version", major, minor, "rows", rows)
    for _ in range(rows):
        cells = []
        for name, kind, *shape in description["descr"]:
            if kind[1] in "SV":
                value = file.read(int(kind[2:])).hex()
            else:
                count = shape[0][0] if shape else 1
                code = "<%d%s" % (count, LETTERS[kind[1:]])
                values = struct.unpack(code, file.read(struct.calcsize(code)))
                value = list(values) if shape else values[0]
            cells.append("%s=%s" % (name, value))
        print(ascii(" ".join(cells))[1:-1])
    assert file.read() == b""

"""Reads and writes .npy files, so that the Java code is judged by something that shares nothing with it.

Written from the description of the format; it needs no NumPy. Where NumPy can be imported, it reads each file too and
must see the same, and it is NumPy that writes.

Commands come on standard input, one a line, and each is answered with lines up to one with a single dot:

  read PATH         what is in a file
  write SEED PATH   makes a file of that seed, and says what is in it

What is in a file: "version", "rows", a "field" each with its name (UTF-8 in hexadecimal), type and length of array or -,
and a "row" each with its cells: bytes in hexadecimal; integers; numbers as "bits:value", both exact.
"""

import ast
import random
import struct
import sys
import traceback

try:
    import numpy
except ImportError:
    numpy = None

FLOATS = {2: "e", 4: "f", 8: "d"}
ORDERS = {"<": "little", ">": "big", "|": "little"}
KINDS = ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"]


def exact(value):
    """A float in hexadecimal as Java prints it."""
    if value != value:
        return "nan"
    if value in (float("inf"), float("-inf")):
        return str(value)
    mantissa, exponent = value.hex().split("p")
    head, digits = mantissa.split(".")
    return "%s.%sp%d" % (head, digits.rstrip("0") or "0", int(exponent))


def element(raw, order, kind):
    if kind[0] == "f":
        value, = struct.unpack((order if order != "|" else "<") + FLOATS[len(raw)], raw)
        return "%x:%s" % (int.from_bytes(raw, ORDERS[order]), exact(value))
    return str(int.from_bytes(raw, ORDERS[order], signed=kind[0] == "i"))


def cell(raw, order, kind, count):
    if kind[0] in "SV":
        return raw.hex()
    size = int(kind[1:])
    return ",".join(element(raw[i * size:(i + 1) * size], order, kind) for i in range(count or 1))


def described(fields, version, rows):
    yield "version %d %d" % version
    yield "rows %d" % rows
    for name, _, kind, count in fields:
        yield "field %s %s %s" % (name.encode("utf-8").hex(), kind, count or "-")


def width(kind, count):
    return int(kind[1:]) * (count or 1)


def read(path):
    """What the format's description says."""
    with open(path, "rb") as file:
        assert file.read(6) == b"\x93NUMPY"
        major, minor = file.read(2)
        length, = struct.unpack("<H" if major == 1 else "<I", file.read(2 if major == 1 else 4))
        header = file.read(length)
        assert file.tell() % 64 == 0, file.tell()
        assert header.endswith(b"\n")
        description = ast.literal_eval(header.decode("utf-8" if major == 3 else "latin1"))
        rows, = description["shape"]
        assert description["fortran_order"] is False
        fields = []
        for name, kind, *shape in description["descr"]:
            fields.append((name, kind[0], kind[1:], shape[0][0] if shape else None))
        named = [field for field in fields if field[0]]
        lines = list(described(named, (major, minor), rows))
        for _ in range(rows):
            cells = []
            for name, order, kind, count in fields:
                raw = file.read(width(kind, count))
                assert len(raw) == width(kind, count)
                if name:
                    cells.append(cell(raw, order, kind, count))
            lines.append("row " + " ".join(cells))
        assert file.read() == b""
        return lines


def seen_by_numpy(array, version):
    """What NumPy has in memory."""
    fields = []
    columns = []
    for name in array.dtype.names:
        kind, count = array.dtype[name], None
        if kind.subdtype:
            kind, (count,) = kind.subdtype
        text = kind.str[1:]
        order = kind.str[0]
        raw = numpy.ascontiguousarray(array[name]).tobytes()
        size = width(text, count)
        assert len(raw) == size * len(array)
        columns.append([cell(raw[i * size:(i + 1) * size], order, text, count) for i in range(len(array))])
        fields.append((name, order, text, count))
        if text[0] == "f":
            # Its own idea of a value, not that of struct.
            with numpy.errstate(invalid="ignore"):
                values = array[name].astype("f8").reshape(-1)
            for value, said in zip(values, ",".join(columns[-1]).split(",")):
                assert said.split(":")[1] == exact(float(value)), (said, value)
        elif text[0] in "iu":
            for value, said in zip(array[name].reshape(-1), ",".join(columns[-1]).split(",")):
                assert said == str(int(value)), (said, value)
    lines = list(described(fields, version, len(array)))
    lines.extend("row " + " ".join(cells) for cells in zip(*columns))
    return lines


def judged(path):
    lines = read(path)
    if numpy is not None:
        # Headers of many columns are longer than it takes of strangers.
        array = numpy.load(path, allow_pickle=False, max_header_size=1 << 24)
        version = tuple(int(part) for part in lines[0].split()[1:])
        assert seen_by_numpy(array, version) == lines, (seen_by_numpy(array, version), lines)
    return lines


def any_fields(dice):
    fields = []
    for number in range(dice.randint(1, 8)):
        name = dice.choice(["n", "\u20ac", "\u00e4'", "a b"]) + str(number)
        if dice.random() < 0.3:
            fields.append((name, "|", dice.choice("SV") + str(dice.randint(1, 9)), None))
        else:
            kind = dice.choice(KINDS)
            order = "|" if kind[1] == "1" else dice.choice("<>")
            fields.append((name, order, kind, dice.choice([None, 1, 2, 5])))
    return fields


def write(seed, path):
    dice = random.Random(seed)
    fields = any_fields(dice)
    rows = dice.randint(0, 40)
    cells = [[dice.randbytes(width(kind, count)) for _, _, kind, count in fields] for _ in range(rows)]
    latin = all(ord(letter) < 256 for field in fields for letter in field[0])
    version = (dice.choice([1, 2, 3]) if latin else 3, 0)
    described_fields = [
        (name, order + kind) + (((count,),) if count else ()) for name, order, kind, count in fields]
    if numpy is not None:
        array = numpy.zeros(rows, numpy.dtype(described_fields, align=dice.random() < 0.5))
        for column, (name, order, kind, count) in enumerate(fields):
            raw = b"".join(row[column] for row in cells)
            array[name] = numpy.frombuffer(raw, order + kind).reshape((rows, count) if count else (rows,))
        with open(path, "wb") as file:
            numpy.lib.format.write_array(file, array, version, allow_pickle=False)
    else:
        text = str({"descr": described_fields, "fortran_order": False, "shape": (rows,)})
        text = text.encode("latin1" if version[0] < 3 else "utf-8")
        prefix = 10 if version[0] == 1 else 12
        text += b" " * (-(prefix + len(text) + 1) % 64) + b"\n"
        with open(path, "wb") as file:
            file.write(b"\x93NUMPY" + bytes(version))
            file.write(struct.pack("<H" if version[0] == 1 else "<I", len(text)) + text)
            for row in cells:
                file.write(b"".join(row))
    lines = list(described(fields, version, rows))
    for row in cells:
        lines.append("row " + " ".join(cell(raw, *field[1:]) for raw, field in zip(row, fields)))
    return lines


for command in sys.stdin:
    try:
        name, *arguments = command.rstrip("\n").split(" ", 2)
        answer = judged(*arguments) if name == "read" else write(int(arguments[0]), arguments[1])
        # As text of one write: a pipe is slow by the line.
        print("\n".join(answer + ["."]), flush=True)
    except Exception:
        print("failed " + traceback.format_exc().replace("\n", " | ") + "\n.", flush=True)

package dev.aero4j.embedded.internal.collection;

import dev.aero4j.model.ExtensionValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import dev.aero4j.wire.value.ParticleType;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The server's comparison of values, as they lie in bins.
 *
 * <p>It orders as {@link dev.aero4j.wire.value.ValueOrder} does, but for two things, which make it
 * no order in the strict sense: a wildcard, at any depth, ends the comparison with "equal",
 * whatever follows; and NaN equals every double.
 */
final class PackedOrder implements Comparator<Cell> {
  static final PackedOrder INSTANCE = new PackedOrder();

  private static final int WILDCARD_MET = 2;

  private PackedOrder() {}

  /** What a value is, in the order of the kinds. */
  private enum Kind {
    NIL,
    FALSE,
    TRUE,
    INTEGER,
    STRING,
    LIST,
    MAP,
    BYTES,
    DOUBLE,
    GEOJSON,
    EXTENSION,
    WILDCARD,
    INFINITY
  }

  @Override
  public int compare(Cell a, Cell b) {
    int order = compare(new Side(a.reader()), new Side(b.reader()), 0);
    return order == WILDCARD_MET ? 0 : order;
  }

  boolean equal(Cell a, Cell b) {
    return compare(a, b) == 0;
  }

  private static int compare(Side a, Side b, int depth) {
    if (depth > MsgPack.MAX_DEPTH) {
      throw new ProtocolException("lists and maps are nested deeper than " + MsgPack.MAX_DEPTH);
    }
    Kind kind = a.next();
    Kind other = b.next();
    if (kind == Kind.WILDCARD || other == Kind.WILDCARD) {
      return WILDCARD_MET;
    }
    if (kind != other) {
      return kind.compareTo(other) < 0 ? -1 : 1;
    }
    return switch (kind) {
      case INTEGER -> Long.compare(a.integer, b.integer);
      case DOUBLE -> a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
      case STRING, BYTES, GEOJSON, EXTENSION -> compareBytes(a, b);
      case LIST -> {
        int left = a.count;
        int right = b.count;
        int order = compareElements(a, b, Math.min(left, right), depth);
        yield order != 0 ? order : Integer.compare(left, right);
      }
      case MAP -> {
        int pairs = a.count;
        int order = Integer.compare(pairs, b.count);
        yield order != 0 ? order : compareElements(a, b, 2 * pairs, depth);
      }
      case NIL, FALSE, TRUE, WILDCARD, INFINITY -> 0;
    };
  }

  private static int compareElements(Side a, Side b, int count, int depth) {
    for (int i = 0; i < count; i++) {
      int order = compare(a, b, depth + 1);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareBytes(Side a, Side b) {
    int order = Arrays.compareUnsigned(a.in.array(), a.from, a.to, b.in.array(), b.from, b.to);
    return Integer.signum(order);
  }

  /** One of the two values that are compared, read token by token. */
  private static final class Side {
    private final WireReader in;
    private final MsgPackReader values;

    private long integer;
    private double number;
    private int from;
    private int to;
    private int count;
    private int extensionLength;

    Side(WireReader in) {
      this.in = in;
      this.values = new MsgPackReader(in);
    }

    /** Reads the head of what comes next; the elements of a list or map are left. */
    Kind next() {
      return switch (values.peek()) {
        case NIL -> {
          values.readNil();
          yield Kind.NIL;
        }
        case BOOLEAN -> values.readBoolean() ? Kind.TRUE : Kind.FALSE;
        case INTEGER -> {
          integer = values.readLong();
          yield Kind.INTEGER;
        }
        case DOUBLE -> {
          number = values.readDouble();
          yield Kind.DOUBLE;
        }
        case BYTES -> bytes(values.readBytesHeader());
        case LIST -> {
          count = values.readListHeader();
          if (skipFlags()) {
            count--;
          }
          yield Kind.LIST;
        }
        case MAP -> {
          count = values.readMapHeader();
          if (skipFlags()) {
            values.skipValue();
            count--;
          }
          yield Kind.MAP;
        }
        case EXTENSION -> extension();
      };
    }

    private Kind bytes(int length) {
      from = in.position();
      to = from + length;
      int type = length == 0 ? ParticleType.BLOB : in.array()[from];
      in.skip(length);
      return switch (type) {
        case ParticleType.STRING -> Kind.STRING;
        case ParticleType.GEOJSON -> Kind.GEOJSON;
        default -> Kind.BYTES;
      };
    }

    private Kind extension() {
      int type = extensionType();
      values.skipValue();
      to = in.position();
      from = to - extensionLength;
      if (type == Cell.SPECIAL_EXTENSION && extensionLength == 1) {
        int value = in.array()[from];
        if (value == 0 || value == 1) {
          return value == 0 ? Kind.WILDCARD : Kind.INFINITY;
        }
      }
      return Kind.EXTENSION;
    }

    private int extensionType() {
      int start = in.position();
      ExtensionValue extension = values.readExtension();
      in.position(start);
      extensionLength = extension.bytes().length;
      return extension.type();
    }

    private boolean skipFlags() {
      if (count == 0 || values.peek() != MsgPackType.EXTENSION) {
        return false;
      }
      if (extensionType() == Cell.SPECIAL_EXTENSION) {
        return false;
      }
      values.skipValue();
      return true;
    }
  }
}

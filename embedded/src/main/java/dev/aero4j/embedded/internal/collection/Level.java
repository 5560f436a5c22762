package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.expression.ExpReader;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a path that may branch selects among the children of one level.
 *
 * @param code see {@link ContextCode}
 * @param value the index, rank, key, value or list of keys, or nil
 * @param filter the condition that the level goes by, or null for none
 * @param narrowing the condition that children must meet besides, or null for none
 */
record Level(long code, Cell value, @Nullable ExpNode filter, @Nullable ExpNode narrowing) {
  private static final int MAX_LEVELS = 64;
  private static final long AND_EXPRESSION = ContextCode.AND | ContextCode.EXPRESSION;

  int base() {
    return (int) code & ContextCode.BASE_MASK;
  }

  /** Returns the index or rank; the level has been checked. */
  long number() {
    Long number = value.toLong();
    return number == null ? 0 : number;
  }

  /** What one pair of a path says: its expression, if it has one, as a tree. */
  record Pair(@Nullable Long code, Cell value, @Nullable ExpNode expression) {}

  /**
   * Reads a path.
   *
   * @throws Refusal with code 4 when it is none
   */
  static List<Level> read(List<Cell> path) {
    List<Pair> pairs = new ArrayList<>(path.size() / 2);
    for (int i = 0; i < path.size(); i += 2) {
      Long code = path.get(i).toLong();
      Cell value = path.get(i + 1);
      boolean isExpression = code != null && (code & 0x0F) == ContextCode.EXPRESSION;
      pairs.add(new Pair(code, value, isExpression ? expression(value) : null));
    }
    return of(pairs);
  }

  private static @Nullable ExpNode expression(Cell cell) {
    if (cell.type() == MsgPackType.BOOLEAN && new MsgPackReader(cell.reader()).readBoolean()) {
      return null;
    } else if (cell.type() != MsgPackType.LIST) {
      throw Reply.badParameter();
    }
    return compile(cell);
  }

  /** Reads an expression. */
  static ExpNode compile(Cell cell) {
    try {
      return ExpReader.read(cell.bytes());
    } catch (ProtocolException e) {
      throw Reply.badParameter();
    }
  }

  /**
   * Folds pairs into levels: a pair that narrows belongs to the one before it.
   *
   * @throws Refusal with code 4 when they are no path
   */
  static List<Level> of(List<Pair> pairs) {
    if (pairs.isEmpty() || pairs.size() > MAX_LEVELS) {
      throw Reply.badParameter();
    }
    List<Level> levels = new ArrayList<>(pairs.size());
    boolean narrowed = false;
    for (Pair pair : pairs) {
      Long code = pair.code();
      if (code == null) {
        throw Reply.badParameter();
      }
      if ((code & ContextCode.AND) != 0) {
        if (code != AND_EXPRESSION || levels.isEmpty() || narrowed) {
          throw Reply.badParameter();
        }
        Level last = levels.remove(levels.size() - 1);
        if (last.base() == ContextCode.EXPRESSION) {
          throw Reply.badParameter();
        }
        levels.add(new Level(last.code(), last.value(), null, pair.expression()));
        narrowed = true;
      } else {
        Level level = new Level(code, pair.value(), pair.expression(), null);
        level.check();
        levels.add(level);
        narrowed = false;
      }
    }
    return levels;
  }

  private void check() {
    switch (base()) {
      case ContextCode.INDEX, ContextCode.RANK -> {
        if (value.toLong() == null) {
          throw Reply.badParameter();
        }
      }
      case ContextCode.KEY, ContextCode.VALUE, ContextCode.KEY_LIST, ContextCode.EXPRESSION -> {}
      default -> throw Reply.badParameter();
    }
  }
}

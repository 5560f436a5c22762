package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.embedded.internal.value.ElementEvaluator;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.SelectFlags;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects by a path that may branch, or modifies what it selects. */
final class PathSelection {
  private static final PackedOrder ORDER = PackedOrder.INSTANCE;

  private final List<Level> levels;
  private final int kind;
  private final boolean noFail;
  private final @Nullable ExpNode modification;
  private final ElementEvaluator evaluator;
  private final List<Cell> leaves = new ArrayList<>();
  private boolean pastEnd;

  private PathSelection(
      List<Level> levels, long flags, @Nullable ExpNode modification, ElementEvaluator evaluator) {
    this.levels = levels;
    this.kind = (int) flags & SelectFlags.KIND_MASK;
    this.noFail = (flags & SelectFlags.NO_FAIL) != 0;
    this.modification = modification;
    this.evaluator = evaluator;
  }

  /**
   * Selects or modifies.
   *
   * @param modification what becomes of each selected element when the flags say that they are
   *     modified, else null
   * @throws Refusal when it cannot be done
   */
  static Effect run(
      Node bin,
      List<Level> levels,
      long flags,
      @Nullable ExpNode modification,
      ElementEvaluator evaluator) {
    PathSelection selection = new PathSelection(levels, flags, modification, evaluator);
    Cell tree = selection.children(bin, 0);
    return switch (selection.kind) {
      case SelectFlags.APPLY -> new Effect(tree, null);
      case SelectFlags.MATCHING_TREE -> new Effect(null, tree);
      default -> new Effect(null, Cell.list(selection.leaves, selection.leaves.size()));
    };
  }

  /** An element of a list, or an entry of a map, that is looked at. */
  private record Child(@Nullable Cell key, Cell value, int index) {}

  /** Goes through a collection; returns what is left of it, or becomes of it. */
  private Cell children(Node node, int depth) {
    Level level = levels.get(depth);
    boolean leaf = depth + 1 == levels.size();
    boolean isList = node instanceof Node.Sequence;
    boolean beginsWithFlags = node.flags() != 0;
    if (node.size() == 0 && !beginsWithFlags) {
      return empty(isList, 0);
    }
    if (isList && leaf && (kind & SelectFlags.MAP_KEY) != 0) {
      if (!noFail) {
        throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
      }
      return empty(true, 0);
    }
    if (node.size() == 0) {
      return empty(isList, node.flags());
    }
    checkType(level, isList);
    List<Child> kept = new ArrayList<>();
    List<Child> children = childrenOf(node);
    boolean byPlace = level.base() == ContextCode.INDEX || level.base() == ContextCode.RANK;
    int place = byPlace ? place(level, node) : -1;
    List<Cell> keys = byPlace || isList ? List.of() : keys(level);
    for (Child child : children) {
      boolean chosen;
      if (byPlace) {
        chosen = child.index() == place && meetsAtPlace(level, child);
      } else {
        refusePastEnd();
        chosen = isChosen(level, child, keys);
      }
      if (chosen) {
        include(child, leaf, depth, kept);
      } else if (kind == SelectFlags.APPLY) {
        kept.add(child);
      }
    }
    if (byPlace && place >= 0) {
      afterPlace(level, isList, place + 1 < children.size());
    }
    return build(node, kept);
  }

  /**
   * The server reads a collection in one go. Where it has looked for a rank, or for an index in a
   * map, it goes on at the very end, and fails if it expects anything there.
   */
  private void afterPlace(Level level, boolean isList, boolean hasMore) {
    if (!isList || level.base() == ContextCode.RANK) {
      pastEnd = true;
    } else if (hasMore) {
      refusePastEnd();
    }
  }

  private void refusePastEnd() {
    if (pastEnd) {
      throw Refusal.of(ResultCode.SERVER_ERROR);
    }
  }

  private static Cell empty(boolean isList, int flags) {
    return (isList ? Node.Sequence.empty(flags) : Node.Table.empty(flags)).toCell(false);
  }

  private static void checkType(Level level, boolean isList) {
    // Any other flag is refused in a map, but passed over in a list.
    long type = isList ? level.code() & (ContextCode.LIST | ContextCode.MAP) : level.code() & 0xF0;
    if (type != 0 && type != (isList ? ContextCode.LIST : ContextCode.MAP)) {
      throw Reply.badParameter();
    }
  }

  private static List<Child> childrenOf(Node node) {
    List<Child> children = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      children.add(
          switch (node) {
            case Node.Sequence list -> new Child(null, list.cells().get(i), i);
            case Node.Table map -> new Child(map.keys().get(i), map.values().get(i), i);
          });
    }
    return children;
  }

  /** Returns the place that a level's index or rank means, or -1 for none. */
  private static int place(Level level, Node node) {
    Span span = Span.of(level.number(), 1, node.size(), false);
    if (span == null) {
      return -1;
    }
    return level.base() == ContextCode.INDEX ? span.start() : atRank(node, span.start());
  }

  /** Here, and only here, a condition without a value is no error. */
  private boolean meetsAtPlace(Level level, Child child) {
    return level.narrowing() == null || Boolean.TRUE.equals(evaluate(level.narrowing(), child));
  }

  private boolean isChosen(Level level, Child child, List<Cell> keys) {
    Boolean matches = matches(level, child, keys);
    if (Boolean.TRUE.equals(matches) && level.narrowing() != null) {
      matches = truth(evaluate(level.narrowing(), child));
    }
    if (matches == null && !noFail) {
      throw Reply.badParameter();
    }
    return Boolean.TRUE.equals(matches);
  }

  private static int atRank(Node node, int rank) {
    return switch (node) {
      case Node.Sequence list -> list.isOrdered() ? rank : Ranking.select(list.cells(), rank);
      case Node.Table map -> Ranking.select(map.values(), rank);
    };
  }

  /** Returns the keys of a level that goes by several, sorted. */
  private static List<Cell> keys(Level level) {
    if (level.base() != ContextCode.KEY_LIST) {
      return List.of();
    }
    if (level.value().type() != MsgPackType.LIST) {
      throw Reply.badParameter();
    }
    Node.Sequence keys = (Node.Sequence) Node.of(level.value());
    List<Cell> sorted = Ranking.sorted(keys.cells());
    if (keys.isOrdered()) {
      for (int i = 1; i < keys.size(); i++) {
        if (ORDER.compare(keys.cells().get(i - 1), keys.cells().get(i)) > 0) {
          throw Reply.badParameter();
        }
      }
    }
    return sorted;
  }

  /** Returns whether a child is what a level goes by; null when that is not known. */
  private @Nullable Boolean matches(Level level, Child child, List<Cell> keys) {
    Cell key = child.key();
    return switch (level.base()) {
      case ContextCode.EXPRESSION ->
          level.filter() == null ? Boolean.TRUE : truth(evaluate(level.filter(), child));
      case ContextCode.VALUE -> ORDER.equal(child.value(), level.value());
      case ContextCode.KEY -> key == null ? null : Boolean.valueOf(ORDER.equal(key, level.value()));
      case ContextCode.KEY_LIST ->
          key == null
              ? null
              : Boolean.valueOf(Ranking.isAt(keys, Ranking.lowerBound(keys, key), key));
      default -> null;
    };
  }

  private static @Nullable Boolean truth(@Nullable Object value) {
    return value instanceof Boolean truth ? truth : null;
  }

  private @Nullable Object evaluate(ExpNode expression, Child child) {
    Cell key = child.key();
    return evaluator.evaluate(
        expression,
        key == null ? Absent.UNKNOWN : key.toObject(),
        child.value().toObject(),
        key == null ? child.index() : ElementEvaluator.NO_INDEX);
  }

  private void include(Child child, boolean leaf, int depth, List<Child> kept) {
    Cell value = child.value();
    if (!leaf && value.isCollection()) {
      kept.add(new Child(child.key(), children(Node.of(value), depth + 1), child.index()));
      return;
    }
    switch (kind) {
      case SelectFlags.MATCHING_TREE -> kept.add(child);
      case SelectFlags.APPLY -> {
        if (leaf) {
          modify(child, kept);
        } else {
          kept.add(child);
        }
      }
      default -> {
        if (leaf) {
          if ((kind & SelectFlags.MAP_KEY) != 0 && child.key() != null) {
            leaves.add(child.key());
          }
          if ((kind & SelectFlags.VALUE) != 0) {
            leaves.add(value);
          }
        }
      }
    }
  }

  private void modify(Child child, List<Child> kept) {
    Object value = modification == null ? Absent.UNKNOWN : evaluate(modification, child);
    if (value == Absent.REMOVED) {
      return;
    }
    if (value == Absent.UNKNOWN) {
      if (!noFail) {
        throw Refusal.of(ResultCode.SERVER_ERROR);
      }
      kept.add(child);
      return;
    }
    Cell changed = Cell.of(value);
    if (changed.holdsSpecial()) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    kept.add(new Child(child.key(), changed, child.index()));
  }

  private Cell build(Node node, List<Child> kept) {
    if (kind != SelectFlags.MATCHING_TREE && kind != SelectFlags.APPLY) {
      return Cell.NIL;
    }
    List<Cell> values = new ArrayList<>(kept.size());
    List<Cell> keys = new ArrayList<>(kept.size());
    for (Child child : kept) {
      values.add(child.value());
      if (child.key() != null) {
        keys.add(child.key());
      }
    }
    boolean top = kind == SelectFlags.APPLY;
    int flags = kind == SelectFlags.APPLY ? node.flags() : 0;
    WireWriter out = new WireWriter(64);
    Node built =
        switch (node) {
          case Node.Sequence list ->
              new Node.Sequence(flags, top && list.isOrdered() ? Ranking.sorted(values) : values);
          case Node.Table map -> new Node.Table(flags, keys, values);
        };
    built.writeTo(out, top && node.isPersistent());
    return Cell.of(out);
  }
}

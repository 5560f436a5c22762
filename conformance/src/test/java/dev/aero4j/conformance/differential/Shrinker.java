package dev.aero4j.conformance.differential;

import dev.aero4j.conformance.differential.Program.Act;
import dev.aero4j.conformance.differential.Tree.Branch;
import dev.aero4j.conformance.differential.Tree.Leaf;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.MsgPackType;
import dev.aero4j.wire.value.ParticleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes programs smaller as long as they show what they are to show: steps, bins and filters are
 * left out, and what lies in them is cut down in its msgpack, which values, calls and expressions
 * have in common. What makes no sense any more is refused alike by all nodes, and so is not kept.
 */
final class Shrinker {
  /** How many smaller programs are tried at most; each takes a few round trips. */
  private static final int MOST_TRIES = 20_000;

  /** Of 16 registers, and no minimal hashes. */
  private static final byte[] EMPTY_SKETCH = emptySketch();

  private Shrinker() {}

  private static byte[] emptySketch() {
    byte[] sketch = new byte[23];
    sketch[1] = 4;
    return sketch;
  }

  /** Returns the smallest program that is found to show it, as the given one does. */
  static Program smallest(Program program, Predicate<Program> shows) {
    Program smallest = program;
    int tries = 0;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Program candidate : candidates(smallest)) {
        if (++tries > MOST_TRIES) {
          return smallest;
        }
        if (!Hazards.kills(candidate) && shows.test(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  /** The largest cuts come first. */
  private static List<Program> candidates(Program program) {
    List<Program> found = new ArrayList<>();
    byte[] filter = program.filter();
    if (filter != null) {
      found.add(program.filtered((byte[]) null));
    }
    int least = program.act() == Act.OPERATE ? 1 : 0;
    fewer(program.steps(), least, program::steps, found);
    fewer(program.before(), 0, program::before, found);
    if (filter != null) {
      trees(filter).forEach(less -> found.add(program.filtered(less)));
    }
    inside(program.steps(), program::steps, found);
    inside(program.before(), program::before, found);
    return found;
  }

  private static void fewer(
      List<Step> steps, int least, Function<List<Step>, Program> maker, List<Program> found) {
    for (int i = 0; i < steps.size() && steps.size() > least; i++) {
      List<Step> fewer = new ArrayList<>(steps);
      fewer.remove(i);
      found.add(maker.apply(fewer));
    }
  }

  private static void inside(
      List<Step> steps, Function<List<Step>, Program> maker, List<Program> found) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      for (byte[] less : values(step)) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(i, step.with(less));
        found.add(maker.apply(changed));
      }
    }
  }

  private static List<byte[]> values(Step step) {
    if (step.operation() != OperationType.WRITE) {
      return trees(step.value());
    }
    return switch (step.particle()) {
      case ParticleType.LIST, ParticleType.MAP -> trees(step.value());
      case ParticleType.BLOB, ParticleType.STRING -> shorter(step.value(), 0);
      case ParticleType.HLL ->
          step.value().length > EMPTY_SKETCH.length ? List.of(EMPTY_SKETCH) : List.of();
      default -> List.of();
    };
  }

  private static List<byte[]> trees(byte[] bytes) {
    Tree tree = Tree.of(bytes);
    return tree == null ? List.of() : smaller(tree).stream().map(Tree::toBytes).toList();
  }

  private static List<Tree> smaller(Tree tree) {
    return switch (tree) {
      case Leaf leaf -> smaller(leaf);
      case Branch branch -> smaller(branch);
    };
  }

  private static List<Tree> smaller(Branch branch) {
    List<Tree> found = new ArrayList<>();
    List<Tree> children = branch.children();
    int count = children.size();
    // An expression may be its operand.
    children.stream().filter(child -> child instanceof Branch).forEach(found::add);
    for (int width = Integer.highestOneBit(Math.max(count, 1)); width > 0; width /= 2) {
      // Entries of maps come in pairs, and so do steps of paths.
      if (width == 1 && branch.isMap()) {
        break;
      }
      int stride = branch.isMap() ? Math.max(width, 2) : 1;
      for (int from = 0; from + width <= count; from += stride) {
        found.add(branch.without(from, from + width));
      }
    }
    for (int i = 0; i < count; i++) {
      for (Tree less : smaller(children.get(i))) {
        found.add(branch.with(i, less));
      }
    }
    return found;
  }

  private static List<Tree> smaller(Leaf leaf) {
    List<Tree> found = new ArrayList<>();
    if (leaf.type() == MsgPackType.INTEGER) {
      long number = leaf.number();
      for (long less : new long[] {0, 1, number / 2}) {
        if (Math.abs(less) < Math.abs(number) || number == Long.MIN_VALUE) {
          found.add(Leaf.of(less));
        }
      }
    } else if (leaf.type() != MsgPackType.NIL && leaf.bytes().length > 1) {
      found.add(Leaf.of(0));
      found.addAll(shorterText(leaf));
    }
    return found;
  }

  private static List<Tree> shorterText(Leaf leaf) {
    byte[] bytes = leaf.bytes();
    int header = bytes[0] & 0xFF;
    // Only the shortest form, with a type; longer ones are rare.
    if (leaf.type() != MsgPackType.BYTES || header < 0xa2 || header > 0xbf) {
      return List.of();
    }
    List<Tree> found = new ArrayList<>();
    for (byte[] less : shorter(bytes, 2)) {
      less[0] = (byte) (0xa0 + less.length - 1);
      found.add(new Leaf(MsgPackType.BYTES, less));
    }
    return found;
  }

  private static List<byte[]> shorter(byte[] bytes, int least) {
    List<byte[]> found = new ArrayList<>();
    int most = bytes.length - least;
    for (int cut = most; cut > 0; cut /= 2) {
      found.add(Arrays.copyOf(bytes, bytes.length - cut));
    }
    return found;
  }
}

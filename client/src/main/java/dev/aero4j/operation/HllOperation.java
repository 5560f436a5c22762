package dev.aero4j.operation;

import dev.aero4j.internal.call.Arguments;
import dev.aero4j.internal.call.Call;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.message.OperationType;
import java.util.List;

/**
 * An operation on a bin's HyperLogLog, a sketch that estimates how many different values were added
 * to it. Immutable.
 *
 * <pre>{@code
 * client.operate(key,
 *     HllOperation.add("visitors", List.of("alice", "bob"), 12),
 *     HllOperation.getCount("visitors"));
 * }</pre>
 */
public final class HllOperation extends CallOperation {
  /** Stands for index bits and min-hash bits that are not given. */
  private static final int UNSET = -1;

  private HllOperation(String bin, Call call) {
    super(bin, call);
  }

  private static HllOperation of(String bin, HllOpcode opcode, Arguments arguments) {
    return new HllOperation(bin, Call.of(opcode, arguments));
  }

  private static HllOperation write(String bin, HllOpcode opcode, Arguments arguments) {
    return new HllOperation(bin, Call.of(opcode, arguments).withDefaults());
  }

  /**
   * Makes an empty sketch, or empties the one that is there.
   *
   * @param bin the bin's name
   * @param indexBits how many bits of a hash choose a register, 4 to 16
   * @return the operation; it gives nothing
   */
  public static HllOperation init(String bin, int indexBits) {
    return write(bin, HllOpcode.INIT, arguments(bin).add(indexBits).add(UNSET));
  }

  /**
   * Makes an empty sketch with min-hashes, or empties the one that is there.
   *
   * @param bin the bin's name
   * @param indexBits how many bits of a hash choose a register, 4 to 16
   * @param minHashBits how many bits of a hash are kept for similarity, 4 to 51; together with the
   *     index bits at most 64
   * @return the operation; it gives nothing
   */
  public static HllOperation init(String bin, int indexBits, int minHashBits) {
    return write(bin, HllOpcode.INIT, arguments(bin).add(indexBits).add(minHashBits));
  }

  /**
   * Adds values to a sketch that is there.
   *
   * @param bin the bin's name
   * @param values what to add
   * @return the operation; it gives how many registers have changed
   */
  public static HllOperation add(String bin, List<?> values) {
    return write(bin, HllOpcode.ADD, arguments(bin).addValues(values).add(UNSET).add(UNSET));
  }

  /**
   * Adds values to a sketch, and makes it if there is none.
   *
   * @param bin the bin's name
   * @param values what to add
   * @param indexBits how many bits of a hash choose a register, 4 to 16
   * @return the operation; it gives how many registers have changed
   */
  public static HllOperation add(String bin, List<?> values, int indexBits) {
    return write(bin, HllOpcode.ADD, arguments(bin).addValues(values).add(indexBits).add(UNSET));
  }

  /**
   * Adds values to a sketch with min-hashes, and makes it if there is none.
   *
   * @param bin the bin's name
   * @param values what to add
   * @param indexBits how many bits of a hash choose a register, 4 to 16
   * @param minHashBits how many bits of a hash are kept for similarity, 4 to 51; together with the
   *     index bits at most 64
   * @return the operation; it gives how many registers have changed
   */
  public static HllOperation add(String bin, List<?> values, int indexBits, int minHashBits) {
    return write(
        bin, HllOpcode.ADD, arguments(bin).addValues(values).add(indexBits).add(minHashBits));
  }

  /**
   * Puts the union of a sketch and others in its place.
   *
   * @param bin the bin's name
   * @param sketches the others
   * @return the operation; it gives nothing
   */
  public static HllOperation setUnion(String bin, List<HyperLogLog> sketches) {
    return write(bin, HllOpcode.SET_UNION, arguments(bin).addSketches(sketches));
  }

  /**
   * Computes the count that the sketch keeps anew.
   *
   * @param bin the bin's name
   * @return the operation; it gives the count
   */
  public static HllOperation refreshCount(String bin) {
    return of(bin, HllOpcode.REFRESH_COUNT, arguments(bin));
  }

  /**
   * Makes a sketch smaller, and less exact. It must have no min-hashes.
   *
   * @param bin the bin's name
   * @param indexBits how many bits of a hash choose a register: fewer than the sketch has
   * @return the operation; it gives nothing
   */
  public static HllOperation fold(String bin, int indexBits) {
    return of(bin, HllOpcode.FOLD, arguments(bin).add(indexBits));
  }

  /**
   * Estimates how many values were added.
   *
   * @param bin the bin's name
   * @return the operation; it gives the estimate
   */
  public static HllOperation getCount(String bin) {
    return of(bin, HllOpcode.GET_COUNT, arguments(bin));
  }

  /**
   * Makes the union of a sketch and others.
   *
   * @param bin the bin's name
   * @param sketches the others
   * @return the operation; it gives a sketch
   */
  public static HllOperation getUnion(String bin, List<HyperLogLog> sketches) {
    return of(bin, HllOpcode.GET_UNION, arguments(bin).addSketches(sketches));
  }

  /**
   * Estimates how many values were added to a sketch or one of others.
   *
   * @param bin the bin's name
   * @param sketches the others
   * @return the operation; it gives the estimate
   */
  public static HllOperation getUnionCount(String bin, List<HyperLogLog> sketches) {
    return of(bin, HllOpcode.GET_UNION_COUNT, arguments(bin).addSketches(sketches));
  }

  /**
   * Estimates how many values were added to a sketch and to all of others.
   *
   * @param bin the bin's name
   * @param sketches the others
   * @return the operation; it gives the estimate
   */
  public static HllOperation getIntersectCount(String bin, List<HyperLogLog> sketches) {
    return of(bin, HllOpcode.GET_INTERSECT_COUNT, arguments(bin).addSketches(sketches));
  }

  /**
   * Estimates how similar a sketch and others are.
   *
   * @param bin the bin's name
   * @param sketches the others
   * @return the operation; it gives the Jaccard index, 0 to 1, as a double
   */
  public static HllOperation getSimilarity(String bin, List<HyperLogLog> sketches) {
    return of(bin, HllOpcode.GET_SIMILARITY, arguments(bin).addSketches(sketches));
  }

  /**
   * Reads how a sketch was made.
   *
   * @param bin the bin's name
   * @return the operation; it gives a list of its index bits and its min-hash bits
   */
  public static HllOperation describe(String bin) {
    return of(bin, HllOpcode.DESCRIBE, arguments(bin));
  }

  /**
   * Asks whether values were added to a sketch.
   *
   * @param bin the bin's name
   * @param values which
   * @return the operation; it gives 1 when all of them may have been added, and 0 when one of them
   *     was not, for certain
   */
  public static HllOperation mayContain(String bin, List<?> values) {
    return of(bin, HllOpcode.MAY_CONTAIN, arguments(bin).addValues(values));
  }

  /**
   * Sets how a write goes about it.
   *
   * @param options the options
   * @return the operation with these options
   * @throws dev.aero4j.InvalidArgumentException when the operation takes none
   */
  public HllOperation with(HllOptions options) {
    return new HllOperation(bin, call.withFlags(options.flags()));
  }

  @Override
  int type() {
    return call.opcode().modifies() ? OperationType.HLL_MODIFY : OperationType.HLL_READ;
  }

  @Override
  public boolean needsAllResults() {
    return true;
  }
}

package dev.aero4j.batch;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.policy.WriteOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a Lua function that is registered on the server (a UDF) on a record, as part of a batch. The
 * result is in {@link BatchRecord#udfResult}.
 */
public final class BatchApply extends BatchCommand {
  private final String module;
  private final String function;
  private final List<@Nullable Object> arguments;
  private final List<WriteOption> options;

  private BatchApply(
      Key key, String module, String function, List<?> arguments, WriteOption... options) {
    super(key);
    this.module = required("module", module);
    this.function = required("function", function);
    this.arguments = Collections.unmodifiableList(new ArrayList<@Nullable Object>(arguments));
    this.options = List.of(options);
  }

  /**
   * Runs a function.
   *
   * @param key the record's key
   * @param module the module's name, without {@code .lua}
   * @param function the function's name
   * @param arguments what the function gets after the record: values as bins can hold
   * @param options as for {@link BatchWrite#put}
   * @return the command
   * @throws InvalidArgumentException when a name is empty
   */
  public static BatchApply of(
      Key key, String module, String function, List<?> arguments, WriteOption... options) {
    return new BatchApply(key, module, function, arguments, options);
  }

  private static String required(String what, String name) {
    if (name == null || name.isEmpty()) {
      throw new InvalidArgumentException(
          "the " + what + " of a UDF is " + (name == null ? "null" : "empty"));
    }
    return name;
  }

  /** {@return the module's name} */
  public String module() {
    return module;
  }

  /** {@return the function's name} */
  public String function() {
    return function;
  }

  /** {@return what the function gets after the record} */
  public List<@Nullable Object> arguments() {
    return arguments;
  }

  /** {@return the policy and meta of its own} */
  public List<WriteOption> options() {
    return options;
  }
}

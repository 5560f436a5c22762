package dev.aero4j.conformance.differential;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.expression.Expression;
import dev.aero4j.operation.ExpOperation;
import dev.aero4j.operation.ExpOptions;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record, and an expression that is used on it in one way.
 *
 * @param flags of an operation by expression
 */
record ExpProgram(Map<String, Object> bins, ExpTerm term, Use use, int flags) {
  private static final WriteMeta NEVER_EXPIRES = WriteMeta.ttl(-1);

  enum Use {
    READ,
    WRITE,
    FILTER_GET,
    FILTER_PUT,
    FILTER_OPERATE,
    FILTER_REMOVE
  }

  /** Runs the program and returns all that can be seen of it. */
  List<String> run(Client client, Key key) {
    List<String> seen = new ArrayList<>();
    outcome(
        () -> {
          client.remove(key);
          return null;
        });
    seen.add(
        outcome(
            () -> {
              client.put(key, Bins.from(bins), NEVER_EXPIRES);
              return null;
            }));
    Expression expression = term.toExpression();
    seen.add(outcome(() -> use(client, key, expression)));
    seen.add(outcome(() -> client.get(key)));
    return seen;
  }

  private @Nullable Object use(Client client, Key key, Expression filter) {
    WritePolicy writing = WritePolicy.builder().ttl(-1).filterExpression(filter).build();
    ExpOptions options = new ExpOptions(flags);
    return switch (use) {
      case READ -> client.operateOrdered(key, ExpOperation.read("out", filter).with(options));
      case WRITE ->
          client.operateOrdered(
              key,
              List.of(
                  ExpOperation.write(target(), filter).with(options),
                  ExpOperation.read("out", filter).with(ExpOptions.none().evalNoFail()),
                  Operation.get(target())),
              NEVER_EXPIRES);
      case FILTER_GET -> client.get(key, ReadPolicy.builder().filterExpression(filter).build());
      case FILTER_PUT -> {
        client.put(key, Bins.of("z", 2), writing);
        yield null;
      }
      case FILTER_OPERATE ->
          client.operate(key, List.of(Operation.add("z", 1), Operation.get("z")), writing);
      case FILTER_REMOVE -> {
        client.remove(key, writing);
        yield null;
      }
    };
  }

  private String target() {
    return flags % 3 == 0 ? "new" : "i";
  }

  private static String outcome(Supplier<@Nullable Object> action) {
    try {
      return text(action.get());
    } catch (AerospikeException e) {
      return "code " + e.resultCode();
    }
  }

  private static String text(@Nullable Object seen) {
    return switch (seen) {
      case null -> "nothing";
      case dev.aero4j.Record record -> record.generation() + " " + Same.canonical(record.bins());
      case dev.aero4j.OperateOrderedResult ordered -> {
        List<@Nullable Object> values = new ArrayList<>();
        ordered.orderedBins().forEach(bin -> values.add(bin.value()));
        yield ordered.meta().generation() + " " + Same.canonical(values);
      }
      default -> String.valueOf(seen);
    };
  }

  /** Returns programs that are smaller. */
  List<ExpProgram> smaller() {
    List<ExpProgram> found = new ArrayList<>();
    for (ExpTerm less : term.smaller()) {
      found.add(new ExpProgram(bins, less, use, flags));
    }
    if (flags != 0) {
      found.add(new ExpProgram(bins, term, use, 0));
    }
    for (String name : bins.keySet()) {
      Map<String, Object> fewer = new LinkedHashMap<>(bins);
      fewer.remove(name);
      if (!fewer.isEmpty()) {
        found.add(new ExpProgram(fewer, term, use, flags));
      }
    }
    return found;
  }

  /** Returns the program as Java, and what came of it. */
  String print() {
    Expression expression = term.toExpression();
    String hex = HexFormat.of().formatHex(expression.toBytes());
    StringBuilder java = new StringBuilder();
    java.append("// ").append(expression).append('\n');
    java.append("Expression expression = Expression.fromBytes(HexFormat.of().parseHex(\"");
    java.append(hex).append("\"));\n");
    bins.forEach(
        (name, value) ->
            java.append("client.put(key, Bins.of(\"")
                .append(name)
                .append("\", ")
                .append(Same.canonical(value))
                .append("));\n"));
    return java.append("// ").append(use).append(", flags ").append(flags).append('\n').toString();
  }
}

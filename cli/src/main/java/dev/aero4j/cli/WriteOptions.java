package dev.aero4j.cli;

import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WriteOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every write can be given. */
final class WriteOptions {
  @Option(
      names = "--ttl",
      paramLabel = "SECONDS",
      description = {
        "The record's new time to live; 0 for the namespace's default,",
        "-1 for ever, -2 to leave it as it is."
      })
  private @Nullable Long ttl;

  @Option(
      names = "--generation",
      paramLabel = "N",
      description = "Write only if the record's generation is this one.")
  private @Nullable Integer generation;

  /** The options for the client, the given ones first. */
  WriteOption[] and(WriteOption... more) {
    List<WriteOption> options = new ArrayList<>(List.of(more));
    WriteMeta meta = ttl == null ? null : WriteMeta.ttl(ttl);
    if (generation != null) {
      meta = meta == null ? WriteMeta.generation(generation) : meta.withGeneration(generation);
    }
    if (meta != null) {
      options.add(meta);
    }
    return options.toArray(WriteOption[]::new);
  }
}

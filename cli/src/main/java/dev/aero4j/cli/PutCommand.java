package dev.aero4j.cli;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.WritePolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "put",
    description = "Writes bins to a record, and makes it if there is none.",
    footer = {
      "",
      BinArgument.SYNTAX,
      "Example: aero4j put alice --set users name=Alice age=30 score:double=1 'tags=[\"a\",\"b\"]'"
    })
final class PutCommand extends RecordCommand {
  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "BIN",
      description = "NAME=VALUE or NAME:TYPE=VALUE.")
  private List<String> arguments;

  @Option(
      names = "--exists",
      paramLabel = "ACTION",
      description = "What to do if the record exists, or does not: ${COMPLETION-CANDIDATES}.")
  private @Nullable RecordExistsAction action;

  @Option(names = "--send-key", description = "Store the key beside its digest.")
  private boolean sendKey;

  @Mixin private WriteOptions write;

  PutCommand(Terminal terminal) {
    super(terminal);
    this.write = new WriteOptions();
  }

  @Override
  void check() {
    BinArgument.bins(arguments);
  }

  @Override
  int run(Client client, Key key) {
    Bins bins = BinArgument.bins(arguments);
    if (action == null && !sendKey) {
      client.put(key, bins, write.and());
    } else {
      WritePolicy policy =
          WritePolicy.builder()
              .recordExistsAction(action == null ? RecordExistsAction.UPDATE : action)
              .keyPolicy(sendKey ? KeyPolicy.SEND : KeyPolicy.DIGEST)
              .build();
      client.put(key, bins, write.and(policy));
    }
    return done("written");
  }
}

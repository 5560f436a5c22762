package dev.aero4j.internal.io;

import dev.aero4j.Key;
import dev.aero4j.internal.command.GetCommand;
import dev.aero4j.internal.command.RecordReply;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.MessageHeader;

/** Attempts for tests that need no server. */
final class Attempts {
  static final AttemptFailure FAILURE =
      new AttemptFailure(AttemptFailure.Kind.TIMEOUT, "for a test", null);

  private Attempts() {}

  /** An attempt whose number can be read from its key, and that is as old as its number. */
  static Attempt numbered(int number, boolean groupable) {
    Key key = Key.of("test", "set", number);
    Attempt.Company company = groupable ? Attempt.Company.GROUP : Attempt.Company.SINGLES;
    GetCommand command = new GetCommand(key, ReadPolicy.builder().build());
    return new Attempt(command, null, null, company, number, 1_000_000L + number);
  }

  static RecordReply reply() {
    WireWriter writer = new WireWriter(32);
    new MessageHeader(0, 0, 0, 0, 0, 1, 0, 0, 0, 0).write(writer);
    return new RecordReply(writer.toByteArray());
  }
}
